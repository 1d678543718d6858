import { unparse } from 'papaparse';
import type { RecordedAct } from './read-acts';

const COLUMNS = ['at', 'act', 'by', 'reason', 'before', 'after'] as const;

const cell = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/**
 * The list of acts as CSV (RFC 4180) with a line of names first. A cell that a spreadsheet would take for a formula starts with an
 * apostrophe: reasons are anybody's words.
 */
export const writeActsCsv = (acts: readonly RecordedAct[]): string =>
  `${unparse([[...COLUMNS], ...acts.map((act) => COLUMNS.map((column) => cell(act[column])))], {
    escapeFormulae: true,
    newline: '\r\n',
  })}\r\n`;
