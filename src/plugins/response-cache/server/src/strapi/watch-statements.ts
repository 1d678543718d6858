import type { EventEmitter } from 'node:events';
import type { Core } from '@strapi/strapi';
import { LRUCache } from 'lru-cache';
import { readStatement, type Statement } from '../reads/read-statement';
import { noteStatement, type Recording } from '../reads/recording';
import type { Tables } from '../reads/tables';
import { mayRunAgain } from '../replay/may-run-again';
import { noteAnswered, noteSent, type SelectText, type SentStatement } from '../replay/transcript';

/** Requests that are recorded while Strapi answers them, by the request of Node. */
export type Recordings = WeakMap<object, Recording>;

/** What the text of a statement says about it. */
interface ReadText {
  statement: Statement;
  /** Undefined if it is no select. All entries that were read by the statement share its text as one string. */
  select: SelectText | undefined;
}

/**
 * The share of all memory for the texts of statements. Statements differ only in their values, so each text is read once and then
 * looked up.
 */
const SHARE = 1 / 16;
/** The memory of what is known about a text, in bytes. */
const OVERHEAD = 600;
/** Longer texts are not kept. Lists of placeholders make texts that never come again. */
const LONGEST_KEPT = 4_000;

/**
 * Notes which tables every statement of a recorded request reads, whether Strapi, a plugin or a handler with knex sends it. Also
 * notes the rows, so that the statement can be run again and compared, and whether a statement failed.
 *
 * Relies on knex emitting `query`, `query-response` and `query-error`, and its pool `acquireFail`, in the async context of the
 * caller, and on Strapi's request context. An
 * AsyncLocalStorage of the plugin's own would slow down every promise of the process.
 *
 * @param tables the known tables of the database at this moment
 * @param maxBytes all of the configured memory. Texts of statements take up to 1/16 of it.
 */
export const watchStatements = (
  strapi: Core.Strapi,
  recordings: Recordings,
  tables: () => Tables,
  maxBytes: number,
): (() => void) => {
  const read = new LRUCache<string, ReadText>({
    maxSize: Math.max(1, Math.floor(maxBytes * SHARE)),
    sizeCalculation: (_text, sql) => OVERHEAD + 2 * sql.length,
  });
  let readWith: Tables | undefined;

  const readText = (sql: string): ReadText => {
    const known = tables();
    if (known !== readWith) read.clear();
    readWith = known;
    const before = read.get(sql);
    if (before) return before;
    const statement = readStatement(sql, known);
    const select =
      statement.kind === 'reads'
        ? { sql, tables: statement.tables, mayRunAgain: mayRunAgain(sql) }
        : undefined;
    const text = { statement, select };
    if (sql.length <= LONGEST_KEPT) read.set(sql, text);
    return text;
  };
  /** The recording of the request that a statement belongs to, unless it is already known that its answer will not be stored. */
  const recordingNow = (): { recording: Recording; ctx: object } | undefined => {
    const ctx = strapi.requestContext.get() as { req?: object } | undefined;
    const recording = ctx?.req && recordings.get(ctx.req);
    return recording && recording.fault === undefined ? { recording, ctx } : undefined;
  };
  const noteQuery = (sent: SentStatement & { sql: string }): void => {
    const now = recordingNow();
    if (!now) return;
    const { recording, ctx } = now;
    recording.ctx = ctx;
    const { statement, select } = readText(sent.sql);
    noteStatement(recording, statement);
    if (recording.transcript && select) noteSent(recording.transcript, select, sent);
  };
  const noteResponse = (_made: unknown, sent: SentStatement & { response?: unknown }): void => {
    const transcript = recordingNow()?.recording.transcript;
    if (transcript) noteAnswered(transcript, sent.__knexQueryUid, sent.response);
  };
  /** Code may catch the error and answer with something else, which would stay although nothing is written. */
  const noteFailure = (): void => {
    const now = recordingNow();
    if (now) now.recording.fault = 'database-error';
  };
  const { connection } = strapi.db;
  const { pool } = connection.client as { pool?: Pick<EventEmitter, 'on' | 'removeListener'> };
  connection.on('query', noteQuery);
  connection.on('query-response', noteResponse);
  connection.on('query-error', noteFailure);
  // No connection could be had, so the statement was never sent.
  pool?.on('acquireFail', noteFailure);
  return () => {
    connection.removeListener('query', noteQuery);
    connection.removeListener('query-response', noteResponse);
    connection.removeListener('query-error', noteFailure);
    pool?.removeListener('acquireFail', noteFailure);
  };
};
