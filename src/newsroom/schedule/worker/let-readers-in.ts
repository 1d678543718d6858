import { setImmediate as nextRound, setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';

/** What tells of knex's pool how many use a connection, and how many wait for one. */
interface Pool {
  numUsed(): number;
  numPendingAcquires(): number;
}

/** The longest that an article waits for readers: with many, it waits so long each time, and articles still go out. */
const LONGEST_MS = 25;

/** A request that has had an answer from the database asks for the next a few rounds of the event loop later. */
const IDLE_ROUNDS = 10;

/**
 * Waits, after each article, until nobody uses or waits for SQLite's one connection. A publication has it until it commits, and
 * what comes meanwhile queues up, the events of earlier publications too: without a pause, reads took 3.6 s while 150 articles
 * were due (`npm run bench -- schedule`), and with one of 12 ms, articles were out later than if they were published one
 * after the other. PostgreSQL answers reads over other connections meanwhile.
 *
 * Leans on: the pool of knex, `client.pool`. Without it, each article waits the longest time.
 */
export const letReadersIn = async (strapi: Core.Strapi): Promise<void> => {
  if (strapi.db.dialect.client !== 'sqlite') return nextRound();
  const { pool } = (strapi.db.connection as unknown as { client: { pool?: Pool } }).client;
  if (!pool) return pause(LONGEST_MS);
  const until = performance.now() + LONGEST_MS;
  for (let idle = 0; idle < IDLE_ROUNDS && performance.now() < until; ) {
    await nextRound();
    idle = pool.numUsed() + pool.numPendingAcquires() === 0 ? idle + 1 : 0;
  }
};
