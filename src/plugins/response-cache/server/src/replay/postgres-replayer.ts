import type { PgClient } from '../freshness/postgres/client';
import { within } from '../freshness/within';
import { digestRows } from './digest-rows';
import type { Replayer } from './replayer';
import type { RecordedStatement } from './transcript';

/** One snapshot for all statements, and nothing is written whatever they are. */
const BEGIN = 'begin isolation level repeatable read read only';

const repeatOn = async (client: PgClient, statements: readonly RecordedStatement[]): Promise<boolean> => {
  await client.query({ text: BEGIN });
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
 * Runs statements again on PostgreSQL, one answer's after the other's. A connection on which something failed, or took too
 * long, is given up.
 *
 * @param connect connects a client of its own, outside of the pool, set up as Strapi's
 * @param timeoutMs for all statements of one answer, in milliseconds
 */
export const postgresReplayer = (connect: () => Promise<PgClient>, timeoutMs: number): Replayer => {
  let connection: Promise<PgClient> | undefined;
  let last: Promise<unknown> = Promise.resolve();
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
    const lost = connection;
    connection = undefined;
    lost?.then((client) => client.end()).catch(() => undefined);
  };
  const run = async (statements: readonly RecordedStatement[]): Promise<boolean> => {
    try {
      return await within(
        connected().then((client) => repeatOn(client, statements)),
        timeoutMs,
      );
    } catch (error) {
      giveUp();
      throw error;
    }
  };
  return {
    repeats(statements) {
      const next = last.then(() => run(statements));
      last = next.catch(() => undefined);
      return next;
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
