import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Transaction } from '../strapi/fail-at-commit';

/** The table of a content type in an open transaction, for statements of knex. */
export const tableOf = (strapi: Core.Strapi, trx: Transaction, uid: string): Knex.QueryBuilder => {
  const { tableName } = strapi.db.metadata.get(uid);
  const schema = strapi.db.getSchemaName();
  return schema ? trx(tableName).withSchema(schema) : trx(tableName);
};
