/** A line of the list of acts as it is exported. */
export interface ExportedAct {
  at: string | Date;
  act: string;
  by: string;
  byKind: string | null;
  byAdmin: number | null;
  articleDocumentId: string;
  articleLocale: string;
  reason: string | null;
  reasons: unknown;
  before: unknown;
  after: unknown;
}

const COLUMNS = [
  'at',
  'act',
  'by',
  'byKind',
  'byAdmin',
  'articleDocumentId',
  'articleLocale',
  'reason',
  'reasons',
  'before',
  'after',
] as const;

/** What a spreadsheet would take for a formula is shown as text: a reason is written by people. */
const FORMULA = /^[=+\-@\t\r]/;

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  // Dates become ISO 8601, and the times before and after an act stay an object.
  const json = JSON.stringify(value);
  return value instanceof Date ? (JSON.parse(json) as string) : json;
};

const cell = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  const text = textOf(value);
  const shown = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
};

/** The list of acts as CSV (RFC 4180), with a line of names. */
export const actsCsv = (acts: readonly ExportedAct[]): string =>
  [COLUMNS.join(','), ...acts.map((act) => COLUMNS.map((name) => cell(act[name])).join(','))].join('\r\n') +
  '\r\n';
