import { EVERY_TABLE, WRITES_TABLE } from '../../plugin-names';
import type { Watched } from '../freshness';
import { countingColumns, tablesToWatch, type Ignored } from '../watched-tables';
import { quoteText, quoteName, type Sqlite } from './database';

const EVENTS = ['insert', 'update', 'delete'] as const;
const PREFIX = `${WRITES_TABLE}:`;

const all = (database: Sqlite, sql: string, ...values: unknown[]): string[] =>
  database
    .prepare(sql)
    .pluck()
    .all(...values) as string[];

const ofTypes = (database: Sqlite, types: string): string[] =>
  all(
    database,
    `select name from pragma_table_list where schema = 'main' and type in (${types}) and name not like 'sqlite\\_%' escape '\\'`,
  );

/** Tables that can have triggers. */
export const listTables = (database: Sqlite): string[] => ofTypes(database, `'table'`);

/** Views and virtual tables, which can have no trigger. */
export const listViews = (database: Sqlite): string[] => ofTypes(database, `'view', 'virtual', 'shadow'`);

/** The statement of a trigger that counts the writes to a table; undefined if updates of no column count. */
const triggerOf = (
  table: string,
  event: (typeof EVENTS)[number],
  columns: string[] | undefined,
): { name: string; sql: string } => {
  const name = `${PREFIX}${table}:${event}`;
  const of = event === 'update' && columns ? ` of ${columns.map(quoteName).join(', ')}` : '';
  return {
    name,
    sql: `CREATE TRIGGER ${quoteName(name)} after ${event}${of} on ${quoteName(table)} begin update ${quoteName(WRITES_TABLE)} set writes = writes + 1 where table_name = ${quoteText(table)}; end`,
  };
};

/** The triggers that a database should have, by name. */
const wanted = (database: Sqlite, ignored: Ignored): Map<string, { table: string; sql: string }> => {
  const triggers = new Map<string, { table: string; sql: string }>();
  for (const table of tablesToWatch(listTables(database), ignored)) {
    const columns = countingColumns(
      table,
      all(database, 'select name from pragma_table_info(?)', table),
      ignored,
    );
    for (const event of EVENTS) {
      if (event === 'update' && columns?.length === 0) continue;
      const { name, sql } = triggerOf(table, event, columns);
      triggers.set(name, { table, sql });
    }
  }
  return triggers;
};

const present = (database: Sqlite): Map<string, string> => {
  const found = (column: string): string[] =>
    all(
      database,
      `select ${column} from sqlite_master where type = 'trigger' and substr(name, 1, ?) = ? order by name`,
      PREFIX.length,
      PREFIX,
    );
  const statements = found('sql');
  return new Map(found('name').map((name, index) => [name, statements[index] ?? '']));
};

/** The tables that have all of their triggers, and the tables that have lost one. */
export const findWatched = (database: Sqlite, ignored: Ignored): Pick<Watched, 'tables' | 'lost'> => {
  const there = present(database);
  const tables = new Set<string>();
  const lost = new Set<string>();
  for (const [name, { table, sql }] of wanted(database, ignored)) {
    (there.get(name) === sql ? tables : lost).add(table.toLowerCase());
  }
  for (const table of lost) tables.delete(table);
  return { tables, lost };
};

/** Statements that create missing triggers and remove surplus ones; empty if nothing has to be done. */
export const installStatements = (database: Sqlite, ignored: Ignored): string[] => {
  const triggers = wanted(database, ignored);
  const there = present(database);
  const counted = new Set(
    listTables(database).includes(WRITES_TABLE)
      ? all(database, `select table_name from ${quoteName(WRITES_TABLE)}`)
      : [],
  );
  const names = [EVERY_TABLE, ...new Set([...triggers.values()].map(({ table }) => table))];
  return [
    `create table if not exists ${quoteName(WRITES_TABLE)} (table_name text primary key, writes integer not null)`,
    ...names
      .filter((name) => !counted.has(name))
      .map((name) => `insert or ignore into ${quoteName(WRITES_TABLE)} values (${quoteText(name)}, 0)`),
    ...[...there]
      .filter(([name, sql]) => triggers.get(name)?.sql !== sql)
      .map(([name]) => `drop trigger if exists ${quoteName(name)}`),
    ...[...triggers]
      .filter(([name, { sql }]) => there.get(name) !== sql)
      .flatMap(([, { table, sql }]) => [
        sql,
        // Writes while the trigger was missing were not counted.
        `update ${quoteName(WRITES_TABLE)} set writes = writes + 1 where table_name = ${quoteText(table)}`,
      ]),
  ];
};

/** Statements that remove everything again. */
export const removeStatements = (database: Sqlite): string[] => [
  ...[...present(database).keys()].map((name) => `drop trigger if exists ${quoteName(name)}`),
  `drop table if exists ${quoteName(WRITES_TABLE)}`,
];
