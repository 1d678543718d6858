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
 * Leans on: the knex transaction that `strapi.db.transaction` hands out being the one that Strapi commits. Fails closed:
 * otherwise the newsroom does not start, see {@link requireFailAtCommit}. Noticed:
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

/**
 * Tries {@link failAtCommit} in a transaction of its own that writes nothing. To be called at each start: where it has no effect,
 * what is refused after its first write would stay published for a caller who catches the error.
 *
 * @throws Error where Strapi commits all the same
 */
export const requireFailAtCommit = async (strapi: Core.Strapi): Promise<void> => {
  const refused = new Error('Nothing is to be committed.');
  try {
    await strapi.db.transaction(async () => {
      await strapi.db.transaction(({ trx }) => failAtCommit(trx, refused));
    });
  } catch (error) {
    if (error === refused) return;
    throw error;
  }
  throw new Error(
    'This version of Strapi commits a transaction that the newsroom has refused: an article under embargo could go out. ' +
      'The newsroom does not start. Use the version of Strapi that package.json names.',
  );
};
