import type { Core } from '@strapi/strapi';
import { connectPostgres, isInMemory, openSqlite } from '../strapi/database-connections';
import type { Freshness } from './freshness';
import { messageOf } from './message-of';
import { postgresFreshness } from './postgres/postgres-freshness';
import { requireVersion } from './postgres/require-version';
import * as postgres from './postgres/triggers';
import { sqliteFreshness } from './sqlite/sqlite-freshness';
import * as sqlite from './sqlite/triggers';
import type { Ignored } from './watched-tables';

/** How to ask a database for the writes since the last question, and what else the plugin must know about it. */
export interface OpenedFreshness {
  freshness: Freshness;
  /** The schema that has Strapi's tables, as statements may name it. */
  schema: string;
  /** Why the database can only say that something was written, and not to which table. Undefined if it can say both. */
  limited: string | undefined;
  /** Makes the triggers for tables that were created since the start. @throws if the database allows none */
  watchTables(): Promise<void>;
}

/** How often installing the triggers is tried. A try fails if another node starts at the same moment and makes them first. */
const ATTEMPTS = 3;

/** @returns the message of the error that `act` threw; undefined if it succeeded */
const reasonOf = async (act: () => Promise<void>): Promise<string | undefined> => {
  try {
    await act();
    return undefined;
  } catch (error) {
    return messageOf(error);
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
  const limited = await reasonOf(install);
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

const onPostgres = async (
  strapi: Core.Strapi,
  ignored: Ignored,
  timeoutMs: number,
): Promise<OpenedFreshness> => {
  const schema = schemaOf(strapi);
  const run: postgres.Run = async (sql) => (await strapi.db.connection.raw(sql)).rows;
  await requireVersion(run);
  const install = async (): Promise<void> => {
    await strapi.db.transaction(async ({ trx }) => {
      // Nodes that start at the same moment make the triggers one after the other.
      await trx.raw('select pg_advisory_xact_lock(hashtext(?))', ['response cache: triggers']);
      const statements = await postgres.installStatements(
        async (sql) => (await trx.raw(sql)).rows,
        schema,
        ignored,
      );
      // Knex would read a question mark as a placeholder, so it is escaped.
      for (const statement of statements) await trx.raw(statement.replaceAll('?', '\\?'));
    });
  };
  const limited = await reasonOf(install);
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
    watchTables: install,
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
  await strapi.db.transaction(async ({ trx }) => {
    for (const statement of postgres.releaseStatements(schemaOf(strapi), ignored)) await trx.raw(statement);
  });
};

/** Removes everything that the plugin has put into the database. */
export const removeFromDatabase = async (strapi: Core.Strapi): Promise<void> => {
  const { client } = strapi.db.dialect;
  if (client !== 'sqlite' && client !== 'postgres') return;
  const statements =
    client === 'sqlite' ? sqliteRemoving(strapi) : postgres.removeStatements(schemaOf(strapi));
  await strapi.db.transaction(async ({ trx }) => {
    for (const statement of statements) await trx.raw(statement);
  });
};
