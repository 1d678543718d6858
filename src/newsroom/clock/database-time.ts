import type { Core } from '@strapi/strapi';
import type { Transaction } from '../strapi/fail-at-commit';

/** How far tests have moved the clock forward, in milliseconds. No environment variable sets it. */
const SHIFT = 'newsroom.clockShiftMs';

const shiftOf = (strapi: Core.Strapi): number => strapi.config.get<number>(SHIFT, 0);

/**
 * The database's time as SQL, in milliseconds since 1970, so that it does not depend on the time zone of a session or a process.
 * Use it in statements that read the time along with rows; {@link readDatabaseTime} parses it.
 */
export const databaseTimeSql = (strapi: Core.Strapi): string =>
  strapi.db.dialect.client === 'postgres'
    ? 'extract(epoch from clock_timestamp()) * 1000'
    : "unixepoch('subsec') * 1000";

/** Parses the time that a statement has read with {@link databaseTimeSql}. */
export const readDatabaseTime = (strapi: Core.Strapi, read: unknown): Date =>
  new Date(Math.floor(Number(read)) + shiftOf(strapi));

/** The time of each open transaction. All its lines in the list of acts and in the record have the same time. */
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
 * The time by the database's clock, which all nodes share. Schedules, embargoes, corrections and the list of acts use no other
 * clock: a node whose own clock is ahead would publish early.
 *
 * It is read once in a transaction, on the transaction's own connection, since SQLite has only one. If the transaction then waits
 * for a lock, it uses the earlier time, so it may publish late but never early.
 */
export const databaseTime = async (strapi: Core.Strapi): Promise<Date> =>
  readDatabaseTime(
    strapi,
    await strapi.db.transaction(async ({ trx }): Promise<unknown> => await readOnce(strapi, trx)),
  );

/** Moves the clock forward, for tests. @param milliseconds by how much */
export const shiftDatabaseTime = (strapi: Core.Strapi, milliseconds: number): void => {
  strapi.config.set(SHIFT, shiftOf(strapi) + milliseconds);
};
