import { digestRows } from './digest-rows';
import { mayBeTime } from './may-be-time';

/** A value of a statement that is sent to any driver unchanged. */
export type Value = string | number | bigint | boolean | null | Buffer;

/** A select that an answer was read from, with a digest of its rows. */
export interface RecordedStatement {
  /** The text that the driver got. */
  sql: string;
  values: readonly Value[];
  /** Tables that it reads, in lower case. */
  tables: readonly string[];
  /** Of the returned rows: see `digestRows`. */
  digest: string;
}

/** How much of an answer's statements is remembered. An answer with more is not run again. */
export interface TranscriptLimits {
  maxStatements: number;
  /** Of all statements together. */
  maxRows: number;
  maxKilobytes: number;
}

/** The database statements of a request while Strapi answers it, so that they can be run again. */
export interface Transcript {
  limits: TranscriptLimits;
  statements: RecordedStatement[];
  /** Statements whose rows have not arrived, by knex's id. */
  sent: Map<string, Omit<RecordedStatement, 'digest'>>;
  rows: number;
  bytes: number;
  /** Whether a statement cannot be run again, or there are too many. */
  isGivenUp: boolean;
}

export const newTranscript = (limits: TranscriptLimits): Transcript => ({
  limits,
  statements: [],
  sent: new Map(),
  rows: 0,
  bytes: 0,
  isGivenUp: false,
});

const giveUp = (transcript: Transcript): void => {
  transcript.isGivenUp = true;
  transcript.statements = [];
  transcript.sent.clear();
};

const isValue = (value: unknown): value is Value =>
  value === null ||
  ['string', 'number', 'bigint', 'boolean'].includes(typeof value) ||
  Buffer.isBuffer(value);

/** What knex reports about a statement, besides its text. */
export interface SentStatement {
  bindings?: unknown;
  /** Options for the driver, besides the text and the values. */
  options?: object;
  /** Changes the rows before they are returned. */
  output?: unknown;
  __knexQueryUid?: string;
}

/** What the text of a select says about it. */
export interface SelectText {
  sql: string;
  tables: readonly string[];
  mayRunAgain: boolean;
}

/** Notes a select that is sent. */
export const noteSent = (
  transcript: Transcript,
  { sql, tables, mayRunAgain }: SelectText,
  sent: SentStatement,
): void => {
  if (transcript.isGivenUp) return;
  const { bindings = [], options = {}, output, __knexQueryUid: id } = sent;
  const isPlain = Object.keys(options).length === 0 && output === undefined;
  const values: unknown[] | undefined = Array.isArray(bindings) ? [...(bindings as unknown[])] : undefined;
  const tooMany = transcript.statements.length + transcript.sent.size >= transcript.limits.maxStatements;
  if (!mayRunAgain || !isPlain || id === undefined || tooMany) return giveUp(transcript);
  if (!values?.every(isValue) || values.some(mayBeTime)) return giveUp(transcript);
  transcript.sent.set(id, { sql, values, tables });
};

/** The rows in a driver's response. better-sqlite3 returns the rows, pg an object with the rows. */
const rowsOf = (response: unknown): readonly unknown[] | undefined => {
  const rows: unknown = Array.isArray(response) ? response : (response as { rows?: unknown } | null)?.rows;
  return Array.isArray(rows) ? rows : undefined;
};

/** Notes the rows of a statement. @param response the driver's, before knex and Strapi convert it */
export const noteAnswered = (transcript: Transcript, id: string | undefined, response: unknown): void => {
  const sent = id === undefined ? undefined : transcript.sent.get(id);
  if (transcript.isGivenUp || id === undefined || !sent) return;
  transcript.sent.delete(id);
  const { maxRows, maxKilobytes } = transcript.limits;
  const rows = rowsOf(response);
  transcript.rows += rows?.length ?? 0;
  // If there are too many rows, they are not even looked at.
  if (!rows || transcript.rows > maxRows) return giveUp(transcript);
  try {
    const { digest, bytes } = digestRows(rows);
    transcript.bytes += bytes;
    if (transcript.bytes > maxKilobytes * 1024) return giveUp(transcript);
    transcript.statements.push({ ...sent, digest });
  } catch {
    giveUp(transcript);
  }
};

/** All statements that an answer was read from; undefined if they cannot be run again, or some rows have not arrived. */
export const statementsOf = ({
  isGivenUp,
  sent,
  statements,
}: Transcript): readonly RecordedStatement[] | undefined =>
  isGivenUp || sent.size > 0 || statements.length === 0 ? undefined : statements;

/** The memory of one statement's objects and digests, in bytes. */
const OVERHEAD = 300;

const sizeOfValue = (value: Value): number =>
  typeof value === 'string' ? 2 * value.length : Buffer.isBuffer(value) ? value.length : 8;

/** The memory that statements take, in bytes. Texts count in full, although answers of the same kind share them. */
export const sizeOfStatements = (statements: readonly RecordedStatement[] = []): number =>
  statements.reduce(
    (sum, { sql, values }) =>
      sum + OVERHEAD + sql.length + values.reduce<number>((size, value) => size + sizeOfValue(value), 0),
    0,
  );
