import { promisify } from 'node:util';
import type { Core } from '@strapi/strapi';
import type { PgClient } from '../freshness/postgres/client';
import type { Sqlite } from '../freshness/sqlite/database';

/** As much of knex's client as is needed here; none of it is documented. */
interface KnexClient {
  driver: unknown;
  connectionSettings: Record<string, unknown>;
  config: {
    pool?: { afterCreate?: (connection: object, done: (error?: Error | null) => void) => void };
  };
  /** PostgreSQL's alone. */
  setSchemaSearchPath?(connection: object): Promise<unknown>;
}

const clientOf = (strapi: Core.Strapi): KnexClient => strapi.db.connection.client as KnexClient;

const fileOf = (strapi: Core.Strapi): string | undefined =>
  clientOf(strapi).connectionSettings.filename as string | undefined;

/** Whether the database is in memory, where no second connection can reach it. */
export const isInMemory = (strapi: Core.Strapi): boolean => {
  const filename = fileOf(strapi);
  return !filename || filename === ':memory:' || filename.startsWith('file::memory:');
};

/**
 * A connection to SQLite that only reads, by the driver that Strapi itself has loaded.
 *
 * @throws Error for a database in memory, which no second connection can reach
 */
export const openSqlite = (strapi: Core.Strapi): Sqlite => {
  const { driver } = clientOf(strapi);
  if (isInMemory(strapi)) throw new Error('a database in memory cannot be asked from a second connection');
  const Database = driver as new (file: string, options: object) => Sqlite;
  return new Database(fileOf(strapi) ?? '', { readonly: true, fileMustExist: true });
};

/** A client of PostgreSQL outside of the pool, connected as Strapi is. */
export const connectPostgres = async (strapi: Core.Strapi): Promise<PgClient> => {
  const { driver } = clientOf(strapi);
  // A function, where passwords are given out for a while only.
  const given: unknown = strapi.config.get('database.connection.connection');
  const settings = (
    typeof given === 'function' ? await given() : clientOf(strapi).connectionSettings
  ) as object;
  const { Client } = driver as { Client: new (settings: object) => PgClient };
  const client = new Client({ ...settings, application_name: 'strapi response cache', keepAlive: true });
  // Before it connects: an error without a listener would end the process.
  client.on('error', () => undefined);
  await client.connect();
  return client;
};

/**
 * Sets up a connection as knex does those of its pool. Strapi and the app may set what decides which rows a select gives,
 * such as the search path.
 */
export const setUpAsPooled = async (strapi: Core.Strapi, connection: object): Promise<void> => {
  const client = clientOf(strapi);
  await client.setSchemaSearchPath?.(connection);
  const { afterCreate } = client.config.pool ?? {};
  if (afterCreate) await promisify(afterCreate)(connection);
};
