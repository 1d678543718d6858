import { promisify } from 'node:util';
import type { Core } from '@strapi/strapi';
import type { PgClient } from '../freshness/postgres/client';
import type { Sqlite } from '../freshness/sqlite/database';

/** The part of knex's client that is needed here. None of it is documented. */
interface KnexClient {
  driver: unknown;
  connectionSettings: Record<string, unknown>;
  config: {
    pool?: { afterCreate?: (connection: object, done: (error?: Error | null) => void) => void };
  };
  /** PostgreSQL only. */
  setSchemaSearchPath?(connection: object): Promise<unknown>;
}

const clientOf = (strapi: Core.Strapi): KnexClient => strapi.db.connection.client as KnexClient;

const fileOf = (strapi: Core.Strapi): string | undefined =>
  clientOf(strapi).connectionSettings.filename as string | undefined;

/** Whether the database is in memory, so that no second connection can reach it. */
export const isInMemory = (strapi: Core.Strapi): boolean => {
  const filename = fileOf(strapi);
  return !filename || filename === ':memory:' || filename.startsWith('file::memory:');
};

/**
 * A read-only connection to SQLite, with the driver that Strapi itself has loaded.
 *
 * @throws Error for a database in memory, because no second connection can reach it
 */
export const openSqlite = (strapi: Core.Strapi): Sqlite => {
  const { driver } = clientOf(strapi);
  if (isInMemory(strapi)) throw new Error('a database in memory cannot be asked from a second connection');
  const Database = driver as new (file: string, options: object) => Sqlite;
  return new Database(fileOf(strapi) ?? '', { readonly: true, fileMustExist: true });
};

/** A client of PostgreSQL outside of the pool, connected like Strapi. */
export const connectPostgres = async (strapi: Core.Strapi): Promise<PgClient> => {
  const { driver } = clientOf(strapi);
  // The setting is a function if passwords are valid for a short time only.
  const given: unknown = strapi.config.get('database.connection.connection');
  const settings = (
    typeof given === 'function' ? await given() : clientOf(strapi).connectionSettings
  ) as object;
  const { Client } = driver as { Client: new (settings: object) => PgClient };
  const client = new Client({ ...settings, application_name: 'strapi response cache', keepAlive: true });
  // The listener is added before it connects, because an error without a listener would end the process.
  client.on('error', () => undefined);
  await client.connect();
  return client;
};

/**
 * Sets up a connection the way knex sets up those of its pool. Strapi and the app may set things that decide which rows a select
 * returns, such as the search path.
 */
export const setUpAsPooled = async (strapi: Core.Strapi, connection: object): Promise<void> => {
  const client = clientOf(strapi);
  await client.setSchemaSearchPath?.(connection);
  const { afterCreate } = client.config.pool ?? {};
  if (afterCreate) await promisify(afterCreate)(connection);
};
