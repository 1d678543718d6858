import type { Core } from '@strapi/strapi';
import { databaseTime } from './database-time';

/** A smaller difference may come from the network, or from clocks that are synchronized. */
const TOLERATED_MS = 2_000;

const report = async (strapi: Core.Strapi): Promise<void> => {
  const ahead = Date.now() - (await databaseTime(strapi)).getTime();
  if (Math.abs(ahead) <= TOLERATED_MS) return;
  const seconds = Math.round(Math.abs(ahead) / 1_000);
  strapi.log.warn(
    `The clock of this node is ${seconds} s ${ahead > 0 ? 'ahead of' : 'behind'} the clock of the database. ` +
      'Schedules and embargoes go by the database; publishedAt, and how late a quote is, go by this node. Set its clock, with NTP for instance.',
  );
};

/**
 * Logs a warning if this node's clock differs from the database's. Strapi takes `publishedAt` from the node that publishes, and the
 * quotes plugin computes from it how late a quote is. Never rejects.
 */
export const reportSkew = async (strapi: Core.Strapi): Promise<void> => {
  await report(strapi).catch((error: unknown) => {
    strapi.log.warn(`The clock of this node could not be compared with the database's: ${String(error)}`);
  });
};
