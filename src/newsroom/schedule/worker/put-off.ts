import type { Core } from '@strapi/strapi';
import type { TimedRow } from '../stored-times';

/** What failed for a reason that may pass, as a database that is locked: tried again, at growing distances. */
interface Attempts {
  count: number;
  until: number;
}

const LONGEST_MS = 60_000;

const putOff = new WeakMap<Core.Strapi, Map<number, Attempts>>();

const attemptsOf = (strapi: Core.Strapi): Map<number, Attempts> => {
  const known = putOff.get(strapi) ?? new Map<number, Attempts>();
  putOff.set(strapi, known);
  return known;
};

/** Whether a row waits for its next attempt on this node. */
export const isPutOff = (strapi: Core.Strapi, { id }: TimedRow): boolean =>
  (attemptsOf(strapi).get(id)?.until ?? 0) > Date.now();

/** How many rows wait, at most: another node may have published some of them since. */
export const countPutOff = (strapi: Core.Strapi): number =>
  [...attemptsOf(strapi).values()].filter(({ until }) => until > Date.now()).length;

/** Has a row wait: a second at first, twice as long each time, a minute at most. */
export const putOffRow = (strapi: Core.Strapi, { id }: TimedRow): void => {
  const count = (attemptsOf(strapi).get(id)?.count ?? 0) + 1;
  const wait = Math.min(LONGEST_MS, 1_000 * 2 ** Math.min(count - 1, 6));
  attemptsOf(strapi).set(id, { count, until: Date.now() + wait });
};

/** The row is done with. */
export const forgetRow = (strapi: Core.Strapi, { id }: TimedRow): void => {
  attemptsOf(strapi).delete(id);
};
