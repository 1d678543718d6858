import type { Core } from '@strapi/strapi';

type WithTransaction = Extract<
  Parameters<Core.Strapi['db']['transaction']>[0],
  (...args: never[]) => unknown
>;

/** The knex transaction that `strapi.db.transaction` hands to its callback. */
export type Transaction = Parameters<WithTransaction>[0]['trx'];

/**
 * Makes a transaction roll back where it would commit, and its commit reject with `reason`.
 *
 * Strapi has no savepoints: `strapi.db.transaction` inside another one joins it. Whoever opened the outer one and
 * catches our error would commit what we refused.
 */
export const failAtCommit = (trx: Transaction, reason: unknown): void => {
  Object.assign(trx, {
    commit: async () => {
      await trx.rollback();
      throw reason;
    },
  });
};
