import type { Core } from '@strapi/strapi';
import { connectPostgres, isInMemory, openSqlite } from '../strapi/database-connections';
import type { Freshness } from './freshness';
import { messageOf } from './message-of';
import { installTriggers, releaseColumnTriggers, removeTriggers } from './postgres/install';
import { postgresFreshness } from './postgres/postgres-freshness';
import { requireVersion } from './postgres/require-version';
import { codeOf, LockedError, type InTransaction } from './postgres/short-transactions';
import type { Run } from './postgres/triggers';
import { sqliteFreshness } from './sqlite/sqlite-freshness';
import * as sqlite from './sqlite/triggers';
import type { Ignored } from './watched-tables';

/** Why there are no triggers. */
export interface Limit {
  /** `rights`: the database lets the app create none. `locked`: other transactions held a table. `failed`: anything else. */
  why: 'rights' | 'locked' | 'failed';
  /** The database's words. */
  text: string;
}

/** How to ask a database for the writes since the last question, and what else the plugin must know about it. */
export interface OpenedFreshness {
  freshness: Freshness;
  /** The schema that has Strapi's tables, as statements may name it. */
  schema: string;
  /** Why the database can only say that something was written, and not to which table. Undefined if it can say both. */
  limited: Limit | undefined;
  /** Makes the triggers for tables that were created since the start. @throws if the database allows none */
  watchTables(): Promise<void>;
}

/** How often installing the triggers is tried. A try fails if another node starts at the same moment and makes them first. */
const ATTEMPTS = 3;

/** PostgreSQL's `insufficient_privilege`, and SQLite's code for a database that cannot be written to. */
const NO_RIGHTS = new Set<unknown>(['42501', 'SQLITE_READONLY']);

const limitOf = (error: unknown): Limit => ({
  why: error instanceof LockedError ? 'locked' : NO_RIGHTS.has(codeOf(error)) ? 'rights' : 'failed',
  text: messageOf(error),
});

/** @returns why `install` failed; undefined if it succeeded */
const limitFrom = async (install: () => Promise<void>): Promise<Limit | undefined> => {
  try {
    await install();
    return undefined;
  } catch (error) {
    return limitOf(error);
  }
};

const onSqlite = async (strapi: Core.Strapi, ignored: Ignored): Promise<OpenedFreshness> => {
  const reader = openSqlite(strapi);
  const execute = (sql: string): Promise<unknown> => strapi.db.connection.raw(sql);
  const install = async (): Promise<void> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const statements = sqlite.installStatements(reader, ignored);
        await strapi.db.transaction(async ({ trx }) => {
          for (const statement of statements) await trx.raw(statement);
        });
        return;
      } catch (error) {
        if (attempt === ATTEMPTS) throw error;
      }
    }
  };
  const limited = await limitFrom(install);
  // From now on this connection is asked while a request waits for the answer, so it must not wait for a lock.
  reader.exec('pragma busy_timeout = 0');
  return {
    schema: 'main',
    freshness: sqliteFreshness(reader, ignored, limited === undefined, execute),
    limited,
    watchTables: install,
  };
};

const schemaOf = (strapi: Core.Strapi): string => strapi.db.getSchemaName() ?? 'public';

/** How long the start waits for locked tables, in milliseconds. */
const MOST_WAITING_MS = 10_000;
/** The same while the first requests wait. */
const MOST_WAITING_LATE_MS = 1_000;

const runOn =
  (strapi: Core.Strapi): Run =>
  async (sql) =>
    (await strapi.db.connection.raw(sql)).rows;

const transactionsOf =
  (strapi: Core.Strapi): InTransaction =>
  async (work) => {
    await strapi.db.transaction(async ({ trx }) => {
      // Knex would read a question mark as a placeholder, so it is escaped.
      await work(async (sql) => (await trx.raw(sql.replaceAll('?', '\\?'))).rows);
    });
  };

const onPostgres = async (
  strapi: Core.Strapi,
  ignored: Ignored,
  timeoutMs: number,
): Promise<OpenedFreshness> => {
  const schema = schemaOf(strapi);
  const run = runOn(strapi);
  await requireVersion(run);
  const install = (mostMs: number): Promise<void> =>
    installTriggers(run, transactionsOf(strapi), schema, ignored, mostMs);
  const limited = await limitFrom(() => install(MOST_WAITING_MS));
  return {
    freshness: await postgresFreshness({
      connect: () => connectPostgres(strapi),
      execute: run,
      schema,
      ignored,
      triggers: limited === undefined,
      timeoutMs,
      warn: (message) => strapi.log.warn(`response-cache: ${message}`),
    }),
    schema,
    limited,
    watchTables: () => install(MOST_WAITING_LATE_MS),
  };
};

/**
 * Makes the triggers, and opens a connection of its own to the database.
 *
 * @throws Error for a database that cannot say whether anything was written
 */
export const openFreshness = (
  strapi: Core.Strapi,
  ignored: Ignored,
  timeoutMs: number,
): Promise<OpenedFreshness> => {
  const { client } = strapi.db.dialect;
  if (client === 'sqlite') return onSqlite(strapi, ignored);
  if (client === 'postgres') return onPostgres(strapi, ignored, timeoutMs);
  throw new Error(`the database is "${client}": use SQLite, or PostgreSQL 13 or later`);
};

const sqliteRemoving = (strapi: Core.Strapi): string[] => {
  // A database in memory never had triggers, so there is nothing to remove.
  if (isInMemory(strapi)) return [];
  const reader = openSqlite(strapi);
  try {
    return sqlite.removeStatements(reader);
  } finally {
    reader.close();
  }
};

/**
 * Removes the triggers that name columns, so that Strapi can change those. SQLite needs none of this: it re-creates a changed table
 * without its triggers.
 */
export const releaseColumns = async (strapi: Core.Strapi, ignored: Ignored): Promise<void> => {
  if (strapi.db.dialect.client !== 'postgres') return;
  const schema = schemaOf(strapi);
  await releaseColumnTriggers(runOn(strapi), transactionsOf(strapi), schema, ignored, MOST_WAITING_MS);
};

/** Removes everything that the plugin has put into the database. @throws if the database refuses it, or a table stays locked */
export const removeFromDatabase = async (strapi: Core.Strapi): Promise<void> => {
  const { client } = strapi.db.dialect;
  if (client === 'postgres')
    return removeTriggers(runOn(strapi), transactionsOf(strapi), schemaOf(strapi), MOST_WAITING_MS);
  if (client !== 'sqlite') return;
  const statements = sqliteRemoving(strapi);
  await strapi.db.transaction(async ({ trx }) => {
    for (const statement of statements) await trx.raw(statement);
  });
};
