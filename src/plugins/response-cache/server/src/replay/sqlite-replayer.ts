import { LRUCache } from 'lru-cache';
import type { Sqlite, SqliteStatement } from '../freshness/sqlite/database';
import { digestRows } from './digest-rows';
import type { Replayer } from './replayer';
import type { RecordedStatement, Value } from './transcript';

/** To prepare a statement takes as long as to run it. */
const MOST_PREPARED = 500;

/** As knex gives values to better-sqlite3, which takes no booleans. */
const valuesFor = (values: readonly Value[]): Value[] =>
  values.map((value) => (typeof value === 'boolean' ? Number(value) : value));

/**
 * Runs statements again on SQLite. It takes less time than to wait for a thread, which is why nothing waits here.
 *
 * @param reader a read-only connection of its own, set up as Strapi's
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
      // One snapshot: from the first read to the end of the transaction.
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
