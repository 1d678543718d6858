import type { Core } from '@strapi/strapi';

/**
 * Runs reads that all see the same state of the database. On PostgreSQL each statement of an ordinary transaction sees what has
 * been committed by then.
 *
 * Leans on: `strapi.db.transaction`, whose reads by `strapi.db.query` take part in it. It has no option for the isolation
 * level, which is therefore the transaction's first statement. Not to be called in a transaction: PostgreSQL refuses it there.
 */
export const readConsistently = async <Result>(
  strapi: Core.Strapi,
  read: () => Promise<Result[]>,
): Promise<Result[]> =>
  await strapi.db.transaction(async ({ trx }): Promise<Result[]> => {
    if (strapi.db.dialect.client === 'postgres')
      await trx.raw('set transaction isolation level repeatable read, read only');
    return await read();
  });
