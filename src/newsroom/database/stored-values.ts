import type { Core } from '@strapi/strapi';

/**
 * Values of a row by column name, for knex statements. JSON becomes text, which both databases accept.
 *
 * @param values by attribute name
 */
export const storedValues = (
  strapi: Core.Strapi,
  uid: string,
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> => {
  const { attributes } = strapi.db.metadata.get(uid);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const attribute = attributes[name];
      const column = (attribute && 'columnName' in attribute && attribute.columnName) || name;
      const isJson = attribute?.type === 'json' || (attribute as { type?: string })?.type === 'blocks';
      return [column, isJson && value !== null && value !== undefined ? JSON.stringify(value) : value];
    }),
  );
};

/** JSON as a knex statement returns it: PostgreSQL has parsed it, SQLite has not. */
export const readJson = (value: unknown): unknown =>
  typeof value === 'string' ? (JSON.parse(value) as unknown) : value;

/** A time as a knex statement returns it; null if there is none. */
export const readTime = (value: unknown): Date | null =>
  value === null || value === undefined ? null : new Date(value as Date | number | string);
