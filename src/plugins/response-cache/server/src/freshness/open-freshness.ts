import type { Core } from '@strapi/strapi';
import { connectPostgres, isInMemory, openSqlite } from '../strapi/database-connections';
import type { Freshness } from './freshness';
import { postgresFreshness } from './postgres/postgres-freshness';
import * as postgres from './postgres/triggers';
import { sqliteFreshness } from './sqlite/sqlite-freshness';
import * as sqlite from './sqlite/triggers';
import type { Ignored } from './watched-tables';

/** What a database offers: whether it tells of writes, and what else is in it that may be read. */
export interface OpenedFreshness {
  freshness: Freshness;
  /** The schema of its tables, as statements may name it. */
  schema: string;
  /** Why it tells only that something was written, not where; undefined where it tells both. */
  limited: string | undefined;
  /** Makes the triggers of tables that were made since. @throws where the database lets none be made */
  watchTables(): Promise<void>;
}

/** Another node that starts at the same time may have made the same triggers in between. */
const ATTEMPTS = 3;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** @returns why it could not be done; undefined where it was */
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
        const statements = sqlite.installing(reader, ignored);
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
  // From now on it is asked while requests are answered: where the database is locked, it must not wait.
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
  const install = async (): Promise<void> => {
    await strapi.db.transaction(async ({ trx }) => {
      // Nodes that start together make them one after the other.
      await trx.raw('select pg_advisory_xact_lock(hashtext(?))', ['response cache: triggers']);
      const statements = await postgres.installing(async (sql) => (await trx.raw(sql)).rows, schema, ignored);
      // Escaped: knex would read a question mark as a placeholder.
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
  // A database in memory never got triggers: there is nothing to remove.
  if (isInMemory(strapi)) return [];
  const reader = openSqlite(strapi);
  try {
    return sqlite.removing(reader);
  } finally {
    reader.close();
  }
};

/** Takes away the triggers that name columns. SQLite's changes of a table make it anew, without its triggers. */
export const releaseColumns = async (strapi: Core.Strapi, ignored: Ignored): Promise<void> => {
  if (strapi.db.dialect.client !== 'postgres') return;
  await strapi.db.transaction(async ({ trx }) => {
    for (const statement of postgres.releasing(schemaOf(strapi), ignored)) await trx.raw(statement);
  });
};

/** Takes away what the plugin has put into the database. */
export const removeFromDatabase = async (strapi: Core.Strapi): Promise<void> => {
  const { client } = strapi.db.dialect;
  if (client !== 'sqlite' && client !== 'postgres') return;
  const statements = client === 'sqlite' ? sqliteRemoving(strapi) : postgres.removing(schemaOf(strapi));
  await strapi.db.transaction(async ({ trx }) => {
    for (const statement of statements) await trx.raw(statement);
  });
};
