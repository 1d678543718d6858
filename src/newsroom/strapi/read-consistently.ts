import type { Core } from '@strapi/strapi';

/**
 * Runs reads that all see the same state of the database. In an ordinary transaction of PostgreSQL, each statement sees what was
 * committed before it.
 *
 * Leans on: `strapi.db.transaction`, in which reads by `strapi.db.query` take part. It has no option for the isolation level, so
 * the first statement sets it. Must not be called in a transaction, where PostgreSQL would refuse that statement.
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
