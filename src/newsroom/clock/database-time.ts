import type { Core } from '@strapi/strapi';
import type { Transaction } from '../strapi/fail-at-commit';

/** How far tests have put the clock forward, in milliseconds. No variable of the environment sets it. */
const SHIFT = 'newsroom.clockShiftMs';

const shiftOf = (strapi: Core.Strapi): number => strapi.config.get<number>(SHIFT, 0);

/**
 * The database's time as SQL, in milliseconds since 1970, which no time zone of a session or a process changes. For statements
 * that read it along with their rows; {@link readDatabaseTime} makes a time of it.
 */
export const databaseTimeSql = (strapi: Core.Strapi): string =>
  strapi.db.dialect.client === 'postgres'
    ? 'extract(epoch from clock_timestamp()) * 1000'
    : "unixepoch('subsec') * 1000";

/** The time that a statement has read with {@link databaseTimeSql}. */
export const readDatabaseTime = (strapi: Core.Strapi, read: unknown): Date =>
  new Date(Math.floor(Number(read)) + shiftOf(strapi));

/** What was read in each open transaction: all its lines in the list of acts and in the record have the same time. */
const readIn = new WeakMap<object, Promise<unknown>>();

const read = async (strapi: Core.Strapi, trx: Transaction): Promise<unknown> => {
  const answer: { now: unknown }[] | { rows: { now: unknown }[] } = await trx.raw(
    `select ${databaseTimeSql(strapi)} as now`,
  );
  return ('rows' in answer ? answer.rows : answer)[0]?.now;
};

const readOnce = (strapi: Core.Strapi, trx: Transaction): Promise<unknown> => {
  const now = readIn.get(trx) ?? read(strapi, trx);
  readIn.set(trx, now);
  return now;
};

/**
 * The time by the database's clock, which all nodes share: the one clock of schedules, embargoes, corrections and the list of
 * acts. A node whose own clock is ahead would publish early.
 *
 * It is read once in a transaction, in the open one if there is one: SQLite has a single connection. A
 * transaction that then waits for a lock goes by the earlier time: it may publish late, and never early.
 */
export const databaseTime = async (strapi: Core.Strapi): Promise<Date> =>
  readDatabaseTime(
    strapi,
    await strapi.db.transaction(async ({ trx }): Promise<unknown> => await readOnce(strapi, trx)),
  );

/** Lets time pass, for tests. @param milliseconds how much */
export const shiftDatabaseTime = (strapi: Core.Strapi, milliseconds: number): void => {
  strapi.config.set(SHIFT, shiftOf(strapi) + milliseconds);
};
