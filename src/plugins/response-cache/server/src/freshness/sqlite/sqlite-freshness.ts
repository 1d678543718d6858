import { EVERY_TABLE, WRITES_TABLE } from '../../plugin-names';
import type { Freshness, Watched } from '../freshness';
import type { Touched } from '../ledger';
import type { Ignored } from '../watched-tables';
import { quoteText, quoteName, type Sqlite } from './database';
import { listTables, listViews, findWatched } from './triggers';

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
    .prepare(`select json_object('table_name', table_name, 'writes', writes) from ${quoteName(WRITES_TABLE)}`)
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

/** The tables that have triggers; level 1 if some triggers are missing. */
const lookAtTriggers = (database: Sqlite, ignored: Ignored, triggers: boolean): Watched => {
  const every = lower(listTables(database));
  // An SQLite database stores no functions. The functions of a connection are the app's own.
  const around = { views: lower(listViews(database)), functions: new Set<string>() };
  if (!triggers || !every.has(WRITES_TABLE)) return { level: 1, ...around, tables: every, lost: new Set() };
  return { level: 2, ...around, ...findWatched(database, ignored) };
};

/**
 * Asks SQLite. `PRAGMA data_version` changes when *another* connection commits, so this connection must never write. The call takes
 * a microsecond, so it is synchronous.
 *
 * Triggers count the writes of each table inside the transaction that writes. There is one writer at a time, so the counts are
 * never out of order. A change of the schema may have removed triggers (an `ALTER` re-creates the table). Then every table counts
 * as written to, and the triggers are looked up again.
 *
 * @param reader a read-only connection of its own
 * @param triggers whether the triggers can be relied on; false if the database does not allow them
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
    // The versions are read first. A commit in between changes them again.
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
        // There is no table to write to. The app's own `user_version` is written unchanged, which changes the data version.
        await execute(`pragma user_version = ${Number(reader.prepare('pragma user_version').pluck().get())}`);
        return;
      }
      await execute(
        `update ${quoteName(WRITES_TABLE)} set writes = writes + 1 where table_name = ${quoteText(EVERY_TABLE)}`,
      );
    },
    watched: () => seen.watched,
    close() {
      reader.close();
      return Promise.resolve();
    },
  };
};
