import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

/**
 * Reads rows of a table with knex, in the open transaction if there is one. SQLite has a single connection, so a statement outside
 * of the transaction would wait for its end.
 *
 * @param narrow adds conditions, columns and an order to the query
 */
export const readRows = async <Row>(
  strapi: Core.Strapi,
  table: string,
  narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<Row[]> =>
  await strapi.db.transaction(
    async ({ trx }): Promise<Row[]> => await narrow(strapi.db.getConnection(table).transacting(trx)),
  );
