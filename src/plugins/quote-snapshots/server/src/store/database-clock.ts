import type { Core } from '@strapi/strapi';
import { currentConnection, locksRows, type Transaction } from '../strapi/transaction';

/** How far tests have put the clock forward, in milliseconds. No app sets it: the schema of the configuration has no such option. */
const SHIFT = 'plugin::quote-snapshots.clockShiftMs';

const shiftOf = (strapi: Core.Strapi): number => strapi.config.get<number>(SHIFT, 0);

/**
 * The time by the database's clock. Nodes share their work by it: when a row is due, and until when a lease runs. By
 * their own clocks, a node that is ahead would take rows that others have leased, and one that is behind would leave
 * rows that are due.
 *
 * It is read as milliseconds since 1970, which no time zone of a session or a process changes.
 *
 * @param trx a transaction that is open; without one, the caller's, if there is one
 */
export const databaseNow = async (strapi: Core.Strapi, trx?: Transaction): Promise<Date> => {
  const statement = locksRows(strapi)
    ? 'select extract(epoch from clock_timestamp()) * 1000 as now'
    : "select unixepoch('subsec') * 1000 as now";
  // SQLite has one connection: a transaction that is open holds it.
  const own = await currentConnection(strapi);
  const answer: { now: number }[] | { rows: { now: string }[] } = await (trx ?? own).raw(statement);
  const [row] = 'rows' in answer ? answer.rows : answer;
  return new Date(Math.floor(Number(row?.now)) + shiftOf(strapi));
};

/** Lets time pass, for tests. @param milliseconds how much */
export const shiftDatabaseClock = (strapi: Core.Strapi, milliseconds: number): void => {
  strapi.config.set(SHIFT, shiftOf(strapi) + milliseconds);
};
