import { digestRows } from './digest-rows';
import { mayBeTime } from './may-be-time';

/** A value of a statement that any driver is sent as it is. */
export type Value = string | number | bigint | boolean | null | Buffer;

/** A select that an answer was read from, and what it gave. */
export interface RecordedStatement {
  /** As the driver was given it. */
  sql: string;
  values: readonly Value[];
  /** Tables that it reads, in lower case. */
  tables: readonly string[];
  /** Of the rows that it gave: see `digestRows`. */
  digest: string;
}

/** How much of an answer's reading is remembered; an answer that was read from more is not run again. */
export interface TranscriptLimits {
  maxStatements: number;
  /** Of all statements together. */
  maxRows: number;
  maxKilobytes: number;
}

/** What a request asks of the database while Strapi answers it, so that it can be asked again. */
export interface Transcript {
  limits: TranscriptLimits;
  statements: RecordedStatement[];
  /** Statements whose rows have not come, by knex's id. */
  sent: Map<string, Omit<RecordedStatement, 'digest'>>;
  rows: number;
  bytes: number;
  /** Whether something cannot be run again, or is too much. */
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

/** What knex tells of a statement, besides its text. */
export interface SentStatement {
  bindings?: unknown;
  /** Given to the driver, beside the text and the values. */
  options?: object;
  /** Changes the rows before they are returned. */
  output?: unknown;
  __knexQueryUid?: string;
}

/** What is known of a select by its text. */
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

/** The rows in a driver's answer: better-sqlite3 gives them, pg gives an object that has them. */
const rowsOf = (response: unknown): readonly unknown[] | undefined => {
  const rows: unknown = Array.isArray(response) ? response : (response as { rows?: unknown } | null)?.rows;
  return Array.isArray(rows) ? rows : undefined;
};

/** Notes what a statement gave. @param response the driver's, before knex and Strapi make something else of it */
export const noteAnswered = (transcript: Transcript, id: string | undefined, response: unknown): void => {
  const sent = id === undefined ? undefined : transcript.sent.get(id);
  if (transcript.isGivenUp || id === undefined || !sent) return;
  transcript.sent.delete(id);
  const { maxRows, maxKilobytes } = transcript.limits;
  const rows = rowsOf(response);
  transcript.rows += rows?.length ?? 0;
  // Rows that are too many are not even looked at.
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

/** All that an answer was read from; undefined where it cannot be run again, or some rows have not come. */
export const statementsOf = ({
  isGivenUp,
  sent,
  statements,
}: Transcript): readonly RecordedStatement[] | undefined =>
  isGivenUp || sent.size > 0 || statements.length === 0 ? undefined : statements;

/** Objects and digests of one statement, in bytes. */
const OVERHEAD = 300;

const sizeOfValue = (value: Value): number =>
  typeof value === 'string' ? 2 * value.length : Buffer.isBuffer(value) ? value.length : 8;

/** What statements take in memory, in bytes. Texts count in full, though answers of the same kind share them. */
export const sizeOfStatements = (statements: readonly RecordedStatement[] = []): number =>
  statements.reduce(
    (sum, { sql, values }) =>
      sum + OVERHEAD + sql.length + values.reduce<number>((size, value) => size + sizeOfValue(value), 0),
    0,
  );
