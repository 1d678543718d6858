import Papa from 'papaparse';
import { wordReason } from '../../reasons/word-reason';
import type { PermittedRow } from './permitted-rows';

type Cell = string | number | boolean | null | undefined;

const iso = (date: Date | null | undefined): string | null => (date ? new Date(date).toISOString() : null);

/** The columns of the export. Their names are those of the record, in English, so that scripts can rely on them. */
const COLUMNS: Readonly<Record<string, (row: PermittedRow, locale: string) => Cell>> = {
  recordedAt: ({ createdAt }) => iso(createdAt),
  publishedAt: ({ relatedPublishedAt }) => iso(relatedPublishedAt),
  contentType: ({ relatedType }) => relatedType,
  document: ({ relatedDocumentId }) => relatedDocumentId,
  locale: ({ relatedLocale }) => relatedLocale,
  instrument: ({ instrument }) => instrument,
  symbol: ({ symbol }) => symbol,
  exchange: ({ exchange }) => exchange,
  name: ({ name }) => name,
  state: ({ state }) => state,
  current: ({ current }) => current,
  price: ({ price }) => price,
  previousClose: ({ previousClose }) => previousClose,
  change: ({ change }) => change,
  changePercent: ({ changePercent }) => changePercent,
  currency: ({ currency }) => currency,
  marketState: ({ marketState }) => marketState,
  quotedAt: ({ quotedAt }) => iso(quotedAt),
  capturedAt: ({ capturedAt }) => iso(capturedAt),
  delayMinutes: ({ delayMinutes }) => delayMinutes,
  lateMinutes: ({ lateMinutes }) => lateMinutes,
  provider: ({ provider }) => provider,
  attribution: ({ attribution }) => attribution,
  reasonCode: ({ reasonCode }) => reasonCode,
  reason: ({ reason, reasonCode, reasonParams }, locale) =>
    wordReason({ reason, reasonCode, reasonParams }, locale),
  capturedAgainBy: ({ correctedBy }) => correctedBy,
  capturedAgainBecause: ({ correction }) => correction,
  voidedAt: ({ voidedAt }) => iso(voidedAt),
  voidedBy: ({ voidedBy }) => voidedBy,
  snapshot: ({ documentId }) => documentId,
  supersedes: ({ supersedes }) => supersedes,
};

const names = Object.keys(COLUMNS);

// A spreadsheet would run a reason that begins with "=" as a formula, so `escapeFormulae` is set.
const toCsv = (lines: Cell[][]): string => `${Papa.unparse(lines, { escapeFormulae: true })}\r\n`;

/** The first line, which names the columns. */
export const csvHeader = (): string => toCsv([names]);

/**
 * Rows of the record as CSV (RFC 4180). Text that a spreadsheet would run as a formula gets an apostrophe in front.
 *
 * @param rows at least one
 * @param locale the language of the reasons
 */
export const csvLines = (rows: readonly PermittedRow[], locale: string): string =>
  toCsv(rows.map((row) => names.map((name) => COLUMNS[name]?.(row, locale))));
