import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { restrictDatabaseFile } from '../src/newsroom/database/restrict-database-file';

/** A connection of better-sqlite3, as knex passes it. */
interface Connection {
  pragma(statement: string): unknown;
}

/** knex would put the values of a failed statement into its error, and so the text of an article under embargo into the log. */
const COMPILE_SQL_ON_ERROR = false;

const config = ({ env }: Core.Config.Shared.ConfigParams) => {
  const client = env('DATABASE_CLIENT', 'sqlite');
  const acquireConnectionTimeout = env.int('DATABASE_CONNECTION_TIMEOUT', 60_000);

  if (client === 'sqlite') {
    // A relative path starts at the project's folder. A container can have an absolute path on a volume.
    const filename = path.resolve(__dirname, '..', '..', env('DATABASE_FILENAME') || '.tmp/data.db');
    restrictDatabaseFile(filename);
    return {
      connection: {
        client: 'sqlite',
        connection: { filename },
        useNullAsDefault: true,
        compileSqlOnError: COMPILE_SQL_ON_ERROR,
        pool: {
          // With a write-ahead log, readers go on while somebody writes, and a commit takes one flush instead of several.
          afterCreate: (connection: Connection, done: (error: Error | null, made: Connection) => void) => {
            connection.pragma('journal_mode = WAL');
            done(null, connection);
          },
        },
        acquireConnectionTimeout,
      },
    };
  }
  if (client === 'postgres') {
    // Strapi's columns hold the local time of the process without its zone. In New York, on the night when the clocks go back,
    // 06:30 UTC was read back as 05:30, so an embargo ended an hour early. Nodes in different zones read each other's times wrong
    // by hours.
    process.env.TZ = 'UTC';
    const connectionString = env('DATABASE_URL');
    if (!connectionString) {
      throw new Error(
        'DATABASE_URL is missing: DATABASE_CLIENT is "postgres", so give it as postgres://user:password@host:5432/name',
      );
    }
    return {
      connection: {
        client: 'postgres',
        connection: {
          connectionString,
          schema: env('DATABASE_SCHEMA', 'public'),
          ssl: env.bool('DATABASE_SSL', false) && {
            rejectUnauthorized: env.bool('DATABASE_SSL_REJECT_UNAUTHORIZED', true),
          },
        },
        compileSqlOnError: COMPILE_SQL_ON_ERROR,
        pool: { min: env.int('DATABASE_POOL_MIN', 2), max: env.int('DATABASE_POOL_MAX', 10) },
        acquireConnectionTimeout,
      },
    };
  }
  throw new Error(`DATABASE_CLIENT is "${client}": use "sqlite" or "postgres"`);
};

export default config;
