import type { PgClient } from '../freshness/postgres/client';
import { withTimeout } from '../freshness/with-timeout';
import { digestRows } from './digest-rows';
import type { Replayer } from './replayer';
import type { RecordedStatement } from './transcript';

/**
 * One snapshot for all statements, and nothing can be written. The server itself ends a statement that takes too long. While it
 * waits for a lock, it does not notice that its client has gone, so each check would otherwise leave a connection behind.
 */
const begin = (timeoutMs: number): string =>
  `begin isolation level repeatable read read only; set local statement_timeout = ${timeoutMs}`;

const repeatOn = async (
  client: PgClient,
  statements: readonly RecordedStatement[],
  timeoutMs: number,
): Promise<boolean> => {
  await client.query({ text: begin(timeoutMs) });
  let isSame = true;
  for (const { sql, values, digest } of statements) {
    const { rows } = await client.query({ text: sql, values: [...values] });
    isSame = digestRows(rows).digest === digest;
    if (!isSame) break;
  }
  await client.query({ text: 'commit' });
  return isSame;
};

/**
 * Runs statements again on PostgreSQL, one answer after the other. If something failed on a connection, or took too long, the
 * connection is given up. The answers that waited for it are given up too, because their time is over.
 *
 * The time of a check starts when it is requested. After a write many answers are checked at once, and the last one must not wait
 * for the sum of their times.
 *
 * @param connect connects a client of its own, outside of the pool, set up like Strapi's
 * @param timeoutMs for all statements of one answer and for the checks before it, in milliseconds
 */
export const postgresReplayer = (connect: () => Promise<PgClient>, timeoutMs: number): Replayer => {
  let connection: Promise<PgClient> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let givenUp = 0;
  let isClosed = false;

  const connected = (): Promise<PgClient> => {
    if (isClosed) return Promise.reject(new Error('The replaying connection is closed.'));
    if (connection) return connection;
    const opened = connect();
    connection = opened;
    const forget = (): void => {
      if (connection === opened) connection = undefined;
    };
    opened.then((client) => {
      client.on('error', forget);
      client.on('end', forget);
    }, forget);
    return opened;
  };
  const giveUp = (): void => {
    givenUp += 1;
    const lost = connection;
    connection = undefined;
    lost?.then((client) => client.end()).catch(() => undefined);
  };
  const run = async (
    statements: readonly RecordedStatement[],
    before: number,
    deadline: number,
  ): Promise<boolean> => {
    if (givenUp !== before) throw new Error('the connection was given up before its turn came');
    // In whole milliseconds, at least one, because PostgreSQL takes 0 as no limit.
    const leftMs = Math.ceil(deadline - performance.now());
    if (leftMs <= 0) throw new Error(`no answer within ${timeoutMs} ms: others were checked before`);
    try {
      return await withTimeout(
        connected().then((client) => repeatOn(client, statements, leftMs)),
        leftMs,
      );
    } catch (error) {
      giveUp();
      throw error;
    }
  };
  return {
    repeats(statements) {
      const before = givenUp;
      const deadline = performance.now() + timeoutMs;
      const next = last.then(() => run(statements, before, deadline));
      last = next.catch(() => undefined);
      return withTimeout(next, timeoutMs);
    },
    async close() {
      isClosed = true;
      await last;
      const open = connection;
      connection = undefined;
      await open?.then((client) => client.end());
    },
  };
};
