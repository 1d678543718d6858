import type { Core } from '@strapi/strapi';
import type { PluginConfig } from '../config/schema';
import { connectPostgres, openSqlite, setUpAsPooled } from '../strapi/database-connections';
import { postgresReplayer } from './postgres-replayer';
import type { Replayer } from './replayer';
import { sqliteReplayer } from './sqlite-replayer';

const onSqlite = async (strapi: Core.Strapi): Promise<Replayer> => {
  const reader = openSqlite(strapi);
  try {
    await setUpAsPooled(strapi, reader);
  } catch (error) {
    reader.close();
    throw error;
  }
  // It runs while requests are answered, so it must not wait if the database is locked.
  reader.exec('pragma busy_timeout = 0');
  return sqliteReplayer(reader);
};

const onPostgres = (strapi: Core.Strapi, timeoutMs: number): Replayer =>
  postgresReplayer(async () => {
    const client = await connectPostgres(strapi);
    try {
      await setUpAsPooled(strapi, client);
      return client;
    } catch (error) {
      await client.end();
      throw error;
    }
  }, timeoutMs);

/**
 * Opens the replayer, which runs statements again, on a connection of its own.
 *
 * @returns undefined if the configuration switches it off, or the database offers no such connection. Then a write to a table ends
 *   the answers that were read from it.
 */
export const openReplayer = async (
  strapi: Core.Strapi,
  { replay, questionTimeoutMs }: Pick<PluginConfig, 'replay' | 'questionTimeoutMs'>,
): Promise<Replayer | undefined> => {
  if (replay.maxStatements === 0) return undefined;
  try {
    return strapi.db.dialect.client === 'sqlite'
      ? await onSqlite(strapi)
      : onPostgres(strapi, questionTimeoutMs);
  } catch (error) {
    strapi.log.warn(
      `response-cache: no answer is checked again after a write to its tables, but dropped: ${String(error)}`,
    );
    return undefined;
  }
};
