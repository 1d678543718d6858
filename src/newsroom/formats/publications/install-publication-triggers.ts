import type { Core } from '@strapi/strapi';
import { ARTICLE } from '../../type-names';
import { postgresStatements } from './postgres-triggers';
import { sqliteStatements } from './sqlite-triggers';

/**
 * Makes the database record every publication and withdrawal of an article, in the same transaction. Must be called at each start,
 * after Strapi has updated the schema.
 */
export const installPublicationTriggers = async (strapi: Core.Strapi): Promise<void> => {
  const { tableName } = strapi.db.metadata.get(ARTICLE);
  const isPostgres = strapi.db.dialect.client === 'postgres';
  const statements = isPostgres
    ? postgresStatements(
        strapi.db.getSchemaName() ?? 'public',
        tableName,
        Intl.DateTimeFormat().resolvedOptions().timeZone,
      )
    : sqliteStatements(tableName);
  await strapi.db.transaction(async ({ trx }) => {
    // If two nodes start at once, both would find the trigger missing, and the second would fail to create it.
    if (isPostgres) await trx.raw('select pg_advisory_xact_lock(hashtext(?))', ['newsroom: publications']);
    for (const statement of statements) await trx.raw(statement);
  });
};
