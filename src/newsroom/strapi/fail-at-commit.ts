import type { Core } from '@strapi/strapi';

type WithTransaction = Extract<
  Parameters<Core.Strapi['db']['transaction']>[0],
  (...args: never[]) => unknown
>;

/** The knex transaction that `strapi.db.transaction` passes to its callback. */
export type Transaction = Parameters<WithTransaction>[0]['trx'];

/**
 * Makes a transaction roll back at its commit, which then rejects with `reason`.
 *
 * Leans on: the knex transaction that `strapi.db.transaction` passes on, which is the one that Strapi commits. Fails closed:
 * otherwise the newsroom does not start, see {@link requireFailAtCommit}. Noticed by
 * tests/regressions/a-blocked-publication-went-live-where-its-error-was-caught.ts.
 *
 * Strapi has no savepoints: `strapi.db.transaction` inside another one joins it. Code that opened the outer transaction and catches
 * our error would commit the refused write.
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
 * Tests {@link failAtCommit} in a transaction that writes nothing. Must be called at each start: without it, a write that is
 * refused after its first statement would stay published if the caller catches the error.
 *
 * @throws Error if Strapi commits in spite of it
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
