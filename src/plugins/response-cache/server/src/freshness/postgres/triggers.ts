import { createHash } from 'node:crypto';
import { PRUNED_TABLE, WRITES_TABLE } from '../../plugin-names';
import type { Watched } from '../freshness';
import { countingColumns, tablesToWatch, type Ignored } from '../watched-tables';
import { quoteText, quoteName } from './client';

/** Runs a statement and returns its rows. */
export type Run = (sql: string) => Promise<Record<string, unknown>[]>;

const texts = (rows: readonly Record<string, unknown>[], column: string): string[] =>
  rows.map((row) => String(row[column]));

const relations = async (run: Run, schema: string, condition: string): Promise<string[]> =>
  texts(
    await run(
      `select relname from pg_class join pg_namespace on pg_namespace.oid = relnamespace where nspname = ${quoteText(schema)} and ${condition} order by relname`,
    ),
    'relname',
  );

/** A write to a partition does not run the statement triggers of the whole table, and the other way round. */
const HAS_PARTS =
  'pg_class.oid in (select inhrelid from pg_inherits union select inhparent from pg_inherits)';

/** Tables whose own triggers run at every write. */
export const listTables = (run: Run, schema: string): Promise<string[]> =>
  relations(run, schema, `relkind = 'r' and not ${HAS_PARTS}`);

/** Views, foreign tables and partitioned tables. The plugin's triggers do not see writes to them. */
export const listViews = (run: Run, schema: string): Promise<string[]> =>
  relations(run, schema, `(relkind in ('v', 'm', 'f', 'p') or relkind = 'r' and ${HAS_PARTS})`);

/**
 * Functions that may read or return anything. These are functions that are not PostgreSQL's own; PostgreSQL's own that are declared
 * volatile, of which each version has more (`uuidv7`, `random_normal`); and `table_to_xml` and similar ones, which read any table.
 */
export const listFunctions = async (run: Run): Promise<string[]> =>
  texts(
    await run(
      `select distinct proname from pg_proc join pg_namespace on pg_namespace.oid = pronamespace where nspname not in ('pg_catalog', 'information_schema') or provolatile = 'v' or proname ~ '_to_xml'`,
    ),
    'proname',
  );

/** The columns of some tables, by table. A query on `information_schema` would take a hundred times as long. */
const columnsOf = async (
  run: Run,
  schema: string,
  tables: readonly string[],
): Promise<Map<string, string[]>> => {
  if (tables.length === 0) return new Map();
  const rows = await run(
    `select relname, array_agg(attname::text order by attnum) as columns from pg_attribute join pg_class on pg_class.oid = attrelid join pg_namespace on pg_namespace.oid = relnamespace where nspname = ${quoteText(schema)} and lower(relname) in (${tables.map(quoteText).join(', ')}) and attnum > 0 and not attisdropped group by relname`,
  );
  return new Map(rows.map((row) => [String(row.relname), row.columns as string[]]));
};

const versionOf = (sql: string): string => createHash('sha256').update(sql).digest('hex').slice(0, 16);

interface Wanted {
  table: string;
  sql: string;
  version: string;
}

const wanted = async (run: Run, schema: string, ignored: Ignored): Promise<Wanted[]> => {
  const columns = await columnsOf(run, schema, [...ignored.columns.keys()]);
  return tablesToWatch(await listTables(run, schema), ignored).map((table) => {
    const counting = countingColumns(table, columns.get(table) ?? [], ignored);
    const update = counting
      ? counting.length > 0
        ? ` or update of ${counting.map(quoteName).join(', ')}`
        : ''
      : ' or update';
    const sql = `create trigger ${quoteName(WRITES_TABLE)} after insert or delete or truncate${update} on ${quoteName(schema)}.${quoteName(table)} for each statement execute function ${quoteName(schema)}.${quoteName(WRITES_TABLE)}()`;
    return { table, sql, version: versionOf(sql) };
  });
};

interface Present {
  table: string;
  version: string;
}

/** Existing triggers that fire whatever the session's replication role is, by table. */
const present = async (run: Run, schema: string): Promise<Present[]> => {
  const rows = await run(
    `select relname, obj_description(pg_trigger.oid, 'pg_trigger') as version from pg_trigger join pg_class on pg_class.oid = tgrelid join pg_namespace on pg_namespace.oid = relnamespace where nspname = ${quoteText(schema)} and tgname = ${quoteText(WRITES_TABLE)} and tgenabled = 'A'`,
  );
  return rows.map((row) => ({ table: String(row.relname), version: String(row.version) }));
};

/** The tables whose trigger is in place, and the tables that have lost it. */
export const findWatched = async (
  run: Run,
  schema: string,
  ignored: Ignored,
): Promise<Pick<Watched, 'tables' | 'lost'>> => {
  const there = new Map((await present(run, schema)).map(({ table, version }) => [table, version]));
  const tables = new Set<string>();
  const lost = new Set<string>();
  for (const { table, version } of await wanted(run, schema, ignored)) {
    (there.get(table) === version ? tables : lost).add(table.toLowerCase());
  }
  return { tables, lost };
};

/**
 * Statements that create what is missing. One row per transaction and table is enough, and its key belongs to that transaction
 * alone, so no transaction waits for another. The trigger writes with the owner's rights, because other users of the database also
 * write to the tables. It is set to `enable always`, because replication and restores switch ordinary triggers off. Writes that
 * happened while a trigger was missing end answers anyway, because the structure has changed: see `STRUCTURE`.
 */
export const installStatements = async (run: Run, schema: string, ignored: Ignored): Promise<string[]> => {
  const [writes, pruned] = [WRITES_TABLE, PRUNED_TABLE].map(
    (name) => `${quoteName(schema)}.${quoteName(name)}`,
  );
  const triggers = await wanted(run, schema, ignored);
  const there = new Map((await present(run, schema)).map(({ table, version }) => [table, version]));
  const isWanted = new Set(triggers.map(({ table }) => table));
  const on = (table: string): string => `${quoteName(schema)}.${quoteName(table)}`;
  return [
    `create table if not exists ${writes} (xid xid8 not null, table_name text not null, at timestamptz not null default now(), primary key (xid, table_name))`,
    `create table if not exists ${pruned} (one boolean primary key default true check (one), before xid8 not null)`,
    `insert into ${pruned} (before) values ('0') on conflict do nothing`,
    // After a restore from another server, the table holds that server's transaction numbers, which this server may not reach for
    // years. Until then they would count as writes that no node has seen. `xmax` is the first number that was not yet assigned.
    `delete from ${writes} where xid >= pg_snapshot_xmax(pg_current_snapshot())`,
    `update ${pruned} set before = pg_current_xact_id() where before >= pg_snapshot_xmax(pg_current_snapshot())`,
    `create or replace function ${writes}() returns trigger language plpgsql security definer set search_path = pg_catalog as $body$ begin insert into ${writes} (xid, table_name) values (pg_current_xact_id(), TG_TABLE_NAME) on conflict do nothing; return null; end $body$`,
    ...[...there.keys()]
      .filter((table) => !isWanted.has(table))
      .map((table) => `drop trigger if exists ${quoteName(WRITES_TABLE)} on ${on(table)}`),
    ...triggers
      .filter(({ table, version }) => there.get(table) !== version)
      .flatMap(({ table, sql, version }) => [
        `drop trigger if exists ${quoteName(WRITES_TABLE)} on ${on(table)}`,
        sql,
        `alter table ${on(table)} enable always trigger ${quoteName(WRITES_TABLE)}`,
        `comment on trigger ${quoteName(WRITES_TABLE)} on ${on(table)} is ${quoteText(version)}`,
      ]),
  ];
};

/** Statements that remove the triggers that name columns. */
export const releaseStatements = (schema: string, ignored: Ignored): string[] =>
  [...ignored.columns.keys()].map(
    (table) =>
      `drop trigger if exists ${quoteName(WRITES_TABLE)} on ${quoteName(schema)}.${quoteName(table)}`,
  );

/** Statements that remove everything again. */
export const removeStatements = (schema: string): string[] => [
  `drop function if exists ${quoteName(schema)}.${quoteName(WRITES_TABLE)}() cascade`,
  `drop table if exists ${quoteName(schema)}.${quoteName(WRITES_TABLE)}`,
  `drop table if exists ${quoteName(schema)}.${quoteName(PRUNED_TABLE)}`,
];
