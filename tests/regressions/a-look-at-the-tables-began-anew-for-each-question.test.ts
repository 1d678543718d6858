import type { PgClient } from '../../src/plugins/response-cache/server/src/freshness/postgres/client';
import { installTriggers } from '../../src/plugins/response-cache/server/src/freshness/postgres/install';
import { postgresFreshness } from '../../src/plugins/response-cache/server/src/freshness/postgres/postgres-freshness';
import { loadOutside } from '../support/load-strapi';
import { startPostgres } from '../support/postgres';

const QUESTION_MS = 250;
const fail = (message: string): never => {
  throw new Error(message);
};

const { Client } = loadOutside<{ Client: new (options: { connectionString: string }) => PgClient }>('pg');

/**
 * To look at tables and triggers anew takes several statements. Where they took longer than a question may, the connection was
 * given up, and the next question began from the start: nothing was cached from then on.
 */
it('a question that waits for a look at the tables in vain leaves it to the next, which is told that everything was written to', async () => {
  const server = await startPostgres();
  const connect = async (): Promise<PgClient> => {
    const client = new Client({ connectionString: server.url });
    await client.connect();
    return client;
  };
  const own = await connect();
  const run = async (text: string): Promise<Record<string, unknown>[]> => (await own.query({ text })).rows;
  const ignored = { tables: new Set<string>(), columns: new Map([['articles', new Set(['lease'])]]) };
  await run('create table articles (id int, title text, lease int)');
  // No transaction is needed, because nobody else uses this database.
  await installTriggers(run, (work) => work(run), 'public', ignored, 1_000);

  // The connection that is asked: to look at the tables, it waits for the test.
  let looks: Promise<void> | undefined;
  let looking: (() => void) | undefined;
  const slow = await connect();
  const query = slow.query.bind(slow);
  slow.query = async (asked) => {
    // Asked by the look alone, not by the question before it.
    if (asked.text.startsWith('select relname')) {
      looking?.();
      await looks;
    }
    return query(asked);
  };
  let connections = 0;
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance', 'Date'] });
  const freshness = await postgresFreshness({
    connect: () => {
      connections += 1;
      return Promise.resolve(slow);
    },
    execute: run,
    schema: 'public',
    ignored,
    triggers: true,
    timeoutMs: QUESTION_MS,
    warn: fail,
  });
  try {
    await run('update articles set lease = 1');
    expect(await freshness.ask()).toEqual([]);
    await run(`insert into articles values (1, 'a', 1)`);
    expect(await freshness.ask()).toEqual(['articles']);

    let end: (() => void) | undefined;
    looks = new Promise((resolve) => (end = resolve));
    const looked = new Promise<void>((resolve) => (looking = resolve));
    await run('alter table articles add column more text');
    const inVain = expect(freshness.ask()).rejects.toThrow(`${QUESTION_MS} ms`);
    // Only now does the time run out: on a busy machine it did before the look at the tables began.
    await looked;
    jest.advanceTimersByTime(QUESTION_MS);
    await inVain;
    end?.();
    expect(await freshness.ask()).toBe('all');
    expect(await freshness.ask()).toEqual([]);
    expect(connections).toBe(1);
  } finally {
    jest.useRealTimers();
    await freshness.close();
    await own.end();
    await server.stop();
  }
}, 60_000);
