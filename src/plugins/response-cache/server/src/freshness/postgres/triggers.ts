import { createHash } from 'node:crypto';
import { WRITES_TABLE } from '../../plugin-names';
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

/** A trigger that a table should have. */
export interface Wanted {
  table: string;
  sql: string;
  /** Of its text. It is kept as the trigger's comment. */
  version: string;
}

/** The triggers that the tables should have. */
export const listWanted = async (run: Run, schema: string, ignored: Ignored): Promise<Wanted[]> => {
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

const OURS = `tgname = ${quoteText(WRITES_TABLE)}`;

const listTriggers = async (
  run: Run,
  schema: string,
  condition: string,
): Promise<ReadonlyMap<string, string>> => {
  const rows = await run(
    `select relname, obj_description(pg_trigger.oid, 'pg_trigger') as version from pg_trigger join pg_class on pg_class.oid = tgrelid join pg_namespace on pg_namespace.oid = relnamespace where nspname = ${quoteText(schema)} and ${condition}`,
  );
  return new Map(rows.map((row) => [String(row.relname), String(row.version)]));
};

/** The versions of existing triggers that fire whatever the session's replication role is, by table. */
export const listPresent = (run: Run, schema: string): Promise<ReadonlyMap<string, string>> =>
  listTriggers(run, schema, `${OURS} and tgenabled = 'A'`);

/** The tables that have a trigger of this plugin, also if it is disabled. */
export const listTablesWithTrigger = async (run: Run, schema: string): Promise<string[]> => [
  ...(await listTriggers(run, schema, OURS)).keys(),
];

/** The tables whose trigger is in place, and the tables that have lost it. */
export const findWatched = async (
  run: Run,
  schema: string,
  ignored: Ignored,
): Promise<Pick<Watched, 'tables' | 'lost'>> => {
  const there = await listPresent(run, schema);
  const tables = new Set<string>();
  const lost = new Set<string>();
  for (const { table, version } of await listWanted(run, schema, ignored)) {
    (there.get(table) === version ? tables : lost).add(table.toLowerCase());
  }
  return { tables, lost };
};
