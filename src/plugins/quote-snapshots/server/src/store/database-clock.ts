import type { Core } from '@strapi/strapi';
import { currentConnection, locksRows, type Transaction } from '../strapi/transaction';

/**
 * How far tests have moved the clock forward, in milliseconds. An app cannot set this, because the schema of the configuration has
 * no such option.
 */
const SHIFT = 'plugin::quote-snapshots.clockShiftMs';

const shiftOf = (strapi: Core.Strapi): number => strapi.config.get<number>(SHIFT, 0);

/**
 * The time by the database's clock. Nodes use it to decide when a row is due and when a lease ends. By their own clocks, a node
 * that is ahead would take rows that others have leased, and one that is behind would leave due rows alone.
 *
 * It is read as milliseconds since 1970, so it does not depend on the time zone of a session or a process.
 *
 * @param trx an open transaction; without one, the caller's, if there is one
 */
export const databaseNow = async (strapi: Core.Strapi, trx?: Transaction): Promise<Date> => {
  const statement = locksRows(strapi)
    ? 'select extract(epoch from clock_timestamp()) * 1000 as now'
    : "select unixepoch('subsec') * 1000 as now";
  // SQLite has one connection, which an open transaction holds.
  const own = await currentConnection(strapi);
  const answer: { now: number }[] | { rows: { now: string }[] } = await (trx ?? own).raw(statement);
  const [row] = 'rows' in answer ? answer.rows : answer;
  return new Date(Math.floor(Number(row?.now)) + shiftOf(strapi));
};

/** Moves the clock forward, for tests. @param milliseconds by how much */
export const shiftDatabaseClock = (strapi: Core.Strapi, milliseconds: number): void => {
  strapi.config.set(SHIFT, shiftOf(strapi) + milliseconds);
};
