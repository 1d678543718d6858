import { LRUCache } from 'lru-cache';
import type { Sqlite, SqliteStatement } from '../freshness/sqlite/database';
import { digestRows } from './digest-rows';
import type { Replayer } from './replayer';
import type { RecordedStatement, Value } from './transcript';

/** Prepared statements are kept, because preparing one takes as long as running it. */
const MOST_PREPARED = 500;

/** Values in the form that knex gives better-sqlite3, which takes no booleans. */
const valuesFor = (values: readonly Value[]): Value[] =>
  values.map((value) => (typeof value === 'boolean' ? Number(value) : value));

/**
 * Runs statements again on SQLite. This takes less time than handing them to a thread, so it is synchronous.
 *
 * @param reader a read-only connection of its own, set up like Strapi's
 */
export const sqliteReplayer = (reader: Sqlite): Replayer => {
  const prepared = new LRUCache<string, SqliteStatement>({ max: MOST_PREPARED });
  const repeats = ({ sql, values, digest }: RecordedStatement): boolean => {
    const statement = prepared.get(sql) ?? reader.prepare(sql);
    prepared.set(sql, statement);
    return digestRows(statement.all(valuesFor(values))).digest === digest;
  };
  return {
    repeats(statements) {
      // All statements see one snapshot, from the first read to the end of the transaction.
      reader.exec('begin');
      try {
        return statements.every(repeats);
      } finally {
        reader.exec('commit');
      }
    },
    close() {
      reader.close();
      return Promise.resolve();
    },
  };
};
