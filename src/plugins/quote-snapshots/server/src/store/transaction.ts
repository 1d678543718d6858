import type { Core } from '@strapi/strapi';

type WithTransaction = Extract<
  Parameters<Core.Strapi['db']['transaction']>[0],
  (...args: never[]) => unknown
>;

/** The knex transaction that `strapi.db.transaction` hands to its callback. */
export type Transaction = Parameters<WithTransaction>[0]['trx'];

/** A table inside a transaction, in the database schema that Strapi is configured with. */
export const tableIn = (strapi: Core.Strapi, trx: Transaction, name: string) => {
  const schema = strapi.db.getSchemaName();
  return schema ? trx(name).withSchema(schema) : trx(name);
};

/** Whether the database locks single rows. SQLite does not: it has one writer at a time, who has all of it. */
export const locksRows = (strapi: Core.Strapi): boolean => strapi.db.dialect.client !== 'sqlite';
