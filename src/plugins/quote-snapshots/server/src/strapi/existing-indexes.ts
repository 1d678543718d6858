import type { Core } from '@strapi/strapi';

/**
 * The names of a table's indexes, from Strapi's schema inspector (`strapi.db.dialect.schemaInspector`, private).
 *
 * If it changes, this throws and the start stops. Without the names, the plugin would create every index again at each start.
 */
export const readIndexNames = async (strapi: Core.Strapi, table: string): Promise<Set<string>> => {
  const indexes = await strapi.db.dialect.schemaInspector.getIndexes(table);
  return new Set(indexes.map(({ name }) => name));
};
