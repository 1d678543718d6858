import type { Freshness } from '../../src/plugins/response-cache/server/src/freshness/freshness';
import type { PgClient } from '../../src/plugins/response-cache/server/src/freshness/postgres/client';
import {
  postgresFreshness,
  type PostgresOptions,
} from '../../src/plugins/response-cache/server/src/freshness/postgres/postgres-freshness';
import { installTriggers } from '../../src/plugins/response-cache/server/src/freshness/postgres/install';
import type { InTransaction } from '../../src/plugins/response-cache/server/src/freshness/postgres/short-transactions';
import type { Run } from '../../src/plugins/response-cache/server/src/freshness/postgres/triggers';
import { loadOutside } from './load-strapi';
import { startPostgres } from './postgres';

/** A connection to a PostgreSQL server, and what the response cache does on one. */
export interface Connected {
  client: PgClient;
  run: Run;
  inTransaction: InTransaction;
}

/** A PostgreSQL server with tables of its own and no Strapi. */
export interface BareServer {
  connect(): Promise<Connected>;
  stop(): Promise<void>;
}

export const startBareServer = async (): Promise<BareServer> => {
  const { Client } = loadOutside<{ Client: new (options: { connectionString: string }) => PgClient }>('pg');
  const server = await startPostgres();
  const open: PgClient[] = [];
  return {
    async connect() {
      const client = new Client({ connectionString: server.url });
      await client.connect();
      client.on('error', () => undefined);
      open.push(client);
      const run: Run = async (text) => (await client.query({ text })).rows;
      const inTransaction: InTransaction = async (work) => {
        await run('begin');
        try {
          await work(run);
          await run('commit');
        } catch (error) {
          await run('rollback');
          throw error;
        }
      };
      return { client, run, inTransaction };
    },
    async stop() {
      for (const client of open) await client.end();
      await server.stop();
    },
  };
};

export const NOTHING_IGNORED = { tables: new Set<string>(), columns: new Map<string, ReadonlySet<string>>() };

/** Makes the triggers of a schema's tables. @param mostMs for waiting for locked tables, in milliseconds */
export const install = (
  { run, inTransaction }: Connected,
  { schema = 'public', mostMs = 10_000 }: { schema?: string; mostMs?: number } = {},
): Promise<void> => installTriggers(run, inTransaction, schema, NOTHING_IGNORED, mostMs);

/** What the cache asks of a schema. It has a connection of its own. @param more options otherwise than in most tests */
export const openFreshness = async (
  server: BareServer,
  { run }: Connected,
  more: Partial<PostgresOptions> = {},
): Promise<Freshness> =>
  postgresFreshness({
    connect: async () => (await server.connect()).client,
    execute: run,
    schema: 'public',
    ignored: NOTHING_IGNORED,
    triggers: true,
    timeoutMs: 10_000,
    warn: (message) => {
      throw new Error(message);
    },
    ...more,
  });
