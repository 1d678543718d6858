import { EVERY_TABLE, WRITES_TABLE } from '../../plugin-names';
import type { Freshness, Watched } from '../freshness';
import type { Touched } from '../ledger';
import type { Ignored } from '../watched-tables';
import { literal, quoted, type Sqlite } from './database';
import { tablesOf, viewsOf, watchedBy } from './triggers';

/** What the reading connection saw last. */
interface Seen {
  dataVersion: unknown;
  schemaVersion: unknown;
  writes: ReadonlyMap<string, number>;
  watched: Watched;
}

interface CountRow {
  table_name: string;
  writes: number;
}

const countsOf = (database: Sqlite): Map<string, number> => {
  const rows = database
    .prepare(`select json_object('table_name', table_name, 'writes', writes) from ${quoted(WRITES_TABLE)}`)
    .pluck()
    .all() as string[];
  return new Map(
    rows.map((row) => {
      const { table_name, writes } = JSON.parse(row) as CountRow;
      return [table_name.toLowerCase(), writes];
    }),
  );
};

const lower = (names: readonly string[]): Set<string> => new Set(names.map((name) => name.toLowerCase()));

/** What the database has triggers for; level 1 where some are missing. */
const lookAtTriggers = (database: Sqlite, ignored: Ignored, triggers: boolean): Watched => {
  const every = lower(tablesOf(database));
  // SQLite has no functions of the database's: those of a connection are the app's own.
  const around = { views: lower(viewsOf(database)), functions: new Set<string>() };
  if (!triggers || !every.has(WRITES_TABLE)) return { level: 1, ...around, tables: every, lost: new Set() };
  return { level: 2, ...around, ...watchedBy(database, ignored) };
};

/**
 * Asks SQLite. `PRAGMA data_version` changes where *another* connection committed, so that it has to be one that never
 * writes; it takes a microsecond, which is why nothing waits here.
 *
 * Triggers count the writes of each table, within the transaction that writes: there is one writer at a time, so that
 * the counts are never out of order. A change of the schema may have taken triggers along (an `ALTER` re-creates the
 * table): then every table counts as written to, and they are looked at again.
 *
 * @param reader a read-only connection of its own
 * @param triggers whether they may be relied on: false where the database does not let them be made
 * @param execute runs a statement on the connection that writes
 */
export const sqliteFreshness = (
  reader: Sqlite,
  ignored: Ignored,
  triggers: boolean,
  execute: (sql: string) => Promise<unknown>,
): Freshness => {
  const dataVersion = reader.prepare('pragma data_version').pluck();
  const schemaVersion = reader.prepare('pragma schema_version').pluck();
  const look = (): Seen => {
    // The versions first: what is committed in between changes them once more.
    const [version, schema] = [dataVersion.get(), schemaVersion.get()];
    const watched = lookAtTriggers(reader, ignored, triggers);
    return {
      dataVersion: version,
      schemaVersion: schema,
      writes: watched.level === 2 ? countsOf(reader) : new Map(),
      watched,
    };
  };
  let seen = look();

  return {
    ask(): Touched {
      const version = dataVersion.get();
      if (version === seen.dataVersion) return [];
      if (schemaVersion.get() !== seen.schemaVersion) {
        seen = look();
        return 'all';
      }
      if (seen.watched.level === 1) {
        seen = { ...seen, dataVersion: version };
        return 'all';
      }
      const writes = countsOf(reader);
      const touched = [...writes].filter(([table, count]) => seen.writes.get(table) !== count);
      seen = { ...seen, dataVersion: version, writes };
      return touched.map(([table]) => table);
    },
    async clear() {
      if (seen.watched.level === 1) {
        // There is no table to write to: the app's own number is written as it is, which changes the data's version.
        await execute(`pragma user_version = ${Number(reader.prepare('pragma user_version').pluck().get())}`);
        return;
      }
      await execute(
        `update ${quoted(WRITES_TABLE)} set writes = writes + 1 where table_name = ${literal(EVERY_TABLE)}`,
      );
    },
    watched: () => seen.watched,
    close() {
      reader.close();
      return Promise.resolve();
    },
  };
};
