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

/** A line of the list of acts for the export. Fields that the role may not read are missing. */
export type ExportedAct = Partial<Record<(typeof COLUMNS)[number], unknown>>;

/**
 * A spreadsheet would run a text that begins like this as a formula. People write the reasons, so such a text is escaped. So is what follows
 * a character that separates cells elsewhere: Excel in German or French takes the semicolon, and a text that was pasted the tab.
 */
const FORMULA = /(^|[;,\t])(?=[=+\-@\t\r])/g;

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  // Dates become ISO 8601. The times before and after an act are written as JSON.
  const json = JSON.stringify(value);
  return value instanceof Date ? (JSON.parse(json) as string) : json;
};

const cell = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const shown = textOf(value).replace(FORMULA, "$1'");
  return `"${shown.replaceAll('"', '""')}"`;
};

/** The first line, which names the columns. */
export const actsCsvHeader = (): string => `${COLUMNS.join(',')}\r\n`;

/** Lines of the list of acts as CSV (RFC 4180). */
export const actsCsvLines = (acts: readonly ExportedAct[]): string =>
  acts.map((act) => `${COLUMNS.map((name) => cell(act[name])).join(',')}\r\n`).join('');
