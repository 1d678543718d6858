import type { Core } from '@strapi/strapi';
import { LRUCache } from 'lru-cache';
import { readStatement, type Statement } from '../reads/read-statement';
import { note, type Recording } from '../reads/recording';
import type { Tables } from '../reads/tables';

/** Requests that are recorded while Strapi answers them, by the request of Node. */
export type Recordings = WeakMap<object, Recording>;

/** Statements are alike but for their values: reading one again costs a look. */
const MOST_STATEMENTS = 2_000;
/** Lists of placeholders make texts that never come again. */
const LONGEST_KEPT = 4_000;

/**
 * Notes what every statement of a recorded request reads, whoever sends it: Strapi, a plugin, or a handler by knex.
 *
 * Leans on knex emitting `query` in the async context of the caller, and on Strapi's request context, so that no
 * AsyncLocalStorage of ours costs every promise of the process.
 *
 * @param tables what is known of the database's tables at this moment
 */
export const watchStatements = (
  strapi: Core.Strapi,
  recordings: Recordings,
  tables: () => Tables,
): (() => void) => {
  const read = new LRUCache<string, Statement>({ max: MOST_STATEMENTS });
  let readWith: Tables | undefined;

  const statementOf = (sql: string): Statement => {
    const known = tables();
    if (known !== readWith) read.clear();
    readWith = known;
    const before = read.get(sql);
    if (before) return before;
    const statement = readStatement(sql, known);
    if (sql.length <= LONGEST_KEPT) read.set(sql, statement);
    return statement;
  };
  const listener = ({ sql }: { sql: string }): void => {
    const ctx = strapi.requestContext.get() as { req?: object } | undefined;
    const recording = ctx?.req && recordings.get(ctx.req);
    if (!recording || recording.fault !== undefined) return;
    recording.ctx = ctx;
    note(recording, statementOf(sql));
  };
  const { connection } = strapi.db;
  connection.on('query', listener);
  return () => void connection.removeListener('query', listener);
};
