import { PRUNED_TABLE, WRITES_TABLE } from '../../plugin-names';
import type { Ignored } from '../watched-tables';
import { quoteName, quoteText } from './client';
import { runSteps, type InTransaction, type Step } from './short-transactions';
import { listPresent, listTablesWithTrigger, listWanted, type Run, type Wanted } from './triggers';

const TRIGGER = quoteName(WRITES_TABLE);

const named = (schema: string, name: string): string => `${quoteName(schema)}.${quoteName(name)}`;

const dropTrigger = (schema: string, table: string): string =>
  `drop trigger if exists ${TRIGGER} on ${named(schema, table)}`;

const runAll = async (run: Run, statements: readonly string[]): Promise<void> => {
  for (const statement of statements) await run(statement);
};

/**
 * Creates the plugin's own tables and function. One row per transaction and table is enough, and its key belongs to that
 * transaction alone, so no transaction waits for another. The trigger writes with the owner's rights, because other users of the
 * database also write to the tables.
 */
const makeTables = (schema: string): Step => {
  const [writes, pruned] = [WRITES_TABLE, PRUNED_TABLE].map((name) => named(schema, name));
  return {
    on: WRITES_TABLE,
    work: (run) =>
      runAll(run, [
        `create table if not exists ${writes} (xid xid8 not null, table_name text not null, at timestamptz not null default now(), primary key (xid, table_name))`,
        `create table if not exists ${pruned} (one boolean primary key default true check (one), before xid8 not null)`,
        `insert into ${pruned} (before) values ('0') on conflict do nothing`,
        // After a restore from another server, the table holds that server's transaction numbers, which this server may not reach
        // for years. Until then they would count as writes that no node has seen. `xmax` is the first number that was not yet
        // assigned.
        `delete from ${writes} where xid >= pg_snapshot_xmax(pg_current_snapshot())`,
        `update ${pruned} set before = pg_current_xact_id() where before >= pg_snapshot_xmax(pg_current_snapshot())`,
        `create or replace function ${writes}() returns trigger language plpgsql security definer set search_path = pg_catalog as $body$ begin insert into ${writes} (xid, table_name) values (pg_current_xact_id(), TG_TABLE_NAME) on conflict do nothing; return null; end $body$`,
      ]),
  };
};

/**
 * Creates a table's trigger. It is set to `enable always`, because replication and restores switch ordinary triggers off. Writes
 * that happened while a trigger was missing end answers anyway, because the structure has changed: see `STRUCTURE`.
 */
const makeTrigger = (schema: string, { table, sql, version }: Wanted): Step => ({
  on: table,
  work: async (run) => {
    // Another node may have made it since.
    if ((await listPresent(run, schema)).get(table) === version) return;
    await runAll(run, [
      // First the statement with the strongest lock. Another order would ask for a stronger lock than the one that is held.
      dropTrigger(schema, table),
      sql,
      `alter table ${named(schema, table)} enable always trigger ${TRIGGER}`,
      `comment on trigger ${TRIGGER} on ${named(schema, table)} is ${quoteText(version)}`,
    ]);
  },
});

const dropTriggerOf = (schema: string, table: string): Step => ({
  on: table,
  work: (run) => runAll(run, [dropTrigger(schema, table)]),
});

/**
 * Creates what is missing: the plugin's tables, its function and the triggers. Triggers that are no longer wanted are dropped.
 *
 * @param run outside of any transaction
 * @param mostMs for waiting for locked tables, in milliseconds
 * @throws LockedError if a table stayed locked; PostgreSQL's error for anything else
 */
export const installTriggers = async (
  run: Run,
  inTransaction: InTransaction,
  schema: string,
  ignored: Ignored,
  mostMs: number,
): Promise<void> => {
  await runSteps(inTransaction, [makeTables(schema)], mostMs);
  const wanted = await listWanted(run, schema, ignored);
  const there = await listPresent(run, schema);
  const isWanted = new Set(wanted.map(({ table }) => table));
  await runSteps(
    inTransaction,
    [
      ...(await listTablesWithTrigger(run, schema))
        .filter((table) => !isWanted.has(table))
        .map((table) => dropTriggerOf(schema, table)),
      ...wanted
        .filter(({ table, version }) => there.get(table) !== version)
        .map((one) => makeTrigger(schema, one)),
    ],
    mostMs,
  );
};

/** Removes the triggers that name columns. @throws as `installTriggers` */
export const releaseColumnTriggers = async (
  run: Run,
  inTransaction: InTransaction,
  schema: string,
  ignored: Ignored,
  mostMs: number,
): Promise<void> => {
  const tables = await listTablesWithTrigger(run, schema);
  const steps = tables
    .filter((table) => ignored.columns.has(table.toLowerCase()))
    .map((table) => dropTriggerOf(schema, table));
  await runSteps(inTransaction, steps, mostMs);
};

/** Removes everything that the plugin has put into the database. @throws as `installTriggers` */
export const removeTriggers = async (
  run: Run,
  inTransaction: InTransaction,
  schema: string,
  mostMs: number,
): Promise<void> => {
  const tables = await listTablesWithTrigger(run, schema);
  await runSteps(
    inTransaction,
    tables.map((table) => dropTriggerOf(schema, table)),
    mostMs,
  );
  const removeTables: Step = {
    on: WRITES_TABLE,
    work: (inStep) =>
      runAll(inStep, [
        `drop function if exists ${named(schema, WRITES_TABLE)}() cascade`,
        `drop table if exists ${named(schema, WRITES_TABLE)}`,
        `drop table if exists ${named(schema, PRUNED_TABLE)}`,
      ]),
  };
  await runSteps(inTransaction, [removeTables], mostMs);
};
