import type { Core } from '@strapi/strapi';
import { currentConnection, locksRows, type Transaction } from '../strapi/transaction';

/**
 * The time by which nodes share their work: when a row is due, and until when one of them holds it. It is the
 * database's, which all of them ask: by clocks of their own, one that is ahead would take what others hold, and one
 * that is behind would leave what is due.
 *
 * It is read as a moment since 1970, which no time zone of a session or a process changes.
 */
export const createDatabaseClock = (strapi: Core.Strapi) => {
  const reading = locksRows(strapi)
    ? 'select extract(epoch from clock_timestamp()) * 1000 as now'
    : "select unixepoch('subsec') * 1000 as now";
  let shiftedBy = 0;

  return {
    /** @param trx a transaction that is open; without one, the caller's, if there is one */
    async now(trx?: Transaction): Promise<Date> {
      // SQLite has one connection: a transaction that is open holds it.
      const own = await currentConnection(strapi);
      const answer: { now: number }[] | { rows: { now: string }[] } = await (trx ?? own).raw(reading);
      const [row] = 'rows' in answer ? answer.rows : answer;
      return new Date(Math.floor(Number(row?.now)) + shiftedBy);
    },

    /** Lets time pass, for tests. @param milliseconds how much */
    shift(milliseconds: number): void {
      shiftedBy += milliseconds;
    },
  };
};

export type DatabaseClock = ReturnType<typeof createDatabaseClock>;
