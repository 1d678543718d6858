import type { Core, Struct } from '@strapi/strapi';
import { hasDrafts } from '../../strapi/enabled-types';
import { databaseQuery } from '../../strapi/query-params';

type Filters = Record<string, unknown>;

/**
 * The entries of a type that match filters, as a query of the database with these attributes as its columns. It is for other
 * statements to build on, and is not sent by itself.
 *
 * @param filters as the content manager takes them
 * @param version of each document; a type without Draft & Publish has one
 */
export const entriesQuery = (
  strapi: Core.Strapi,
  model: Struct.ContentTypeSchema,
  filters: Filters,
  version: 'draft' | 'published',
  attributes: string[],
) => {
  const { where } = databaseQuery(strapi, model.uid, { filters });
  const ofVersion = hasDrafts(model) ? { publishedAt: version === 'draft' ? null : { $notNull: true } } : {};
  return strapi.db.entityManager
    .createQueryBuilder(model.uid)
    .where({ $and: [(where ?? {}) as Filters, ofVersion] })
    .select(attributes)
    .getKnexQuery();
};
