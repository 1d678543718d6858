import type { Core } from '@strapi/strapi';

/** How far tests have put the clock forward, in milliseconds. No variable of the environment sets it. */
const SHIFT = 'newsroom.clockShiftMs';

const shiftOf = (strapi: Core.Strapi): number => strapi.config.get<number>(SHIFT, 0);

/**
 * The time by the database's clock, which all nodes share: the one clock of schedules, embargoes and the list of acts. A node
 * whose own clock is ahead would publish early.
 *
 * It is read as milliseconds since 1970, which no time zone of a session or a process changes, in the open transaction if
 * there is one: SQLite has a single connection.
 */
export const databaseTime = async (strapi: Core.Strapi): Promise<Date> => {
  const statement =
    strapi.db.dialect.client === 'postgres'
      ? 'select extract(epoch from clock_timestamp()) * 1000 as now'
      : "select unixepoch('subsec') * 1000 as now";
  const answer = await strapi.db.transaction(
    async ({ trx }): Promise<{ now: number }[] | { rows: { now: string }[] }> => await trx.raw(statement),
  );
  const [row] = 'rows' in answer ? answer.rows : answer;
  return new Date(Math.floor(Number(row?.now)) + shiftOf(strapi));
};

/** Lets time pass, for tests. @param milliseconds how much */
export const shiftDatabaseTime = (strapi: Core.Strapi, milliseconds: number): void => {
  strapi.config.set(SHIFT, shiftOf(strapi) + milliseconds);
};
