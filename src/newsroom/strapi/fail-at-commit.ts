import type { Core } from '@strapi/strapi';

type WithTransaction = Extract<
  Parameters<Core.Strapi['db']['transaction']>[0],
  (...args: never[]) => unknown
>;

/** The knex transaction that `strapi.db.transaction` hands to its callback. */
export type Transaction = Parameters<WithTransaction>[0]['trx'];

/**
 * Makes a transaction roll back when it would commit, and its commit reject with `reason`.
 *
 * Leans on: the knex transaction that `strapi.db.transaction` hands out being the one that Strapi commits. Fails open: what
 * the second check of the rules refuses would stay published where a caller catches the error. Noticed:
 * tests/regressions/a-blocked-publication-went-live-where-its-error-was-caught.ts.
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
