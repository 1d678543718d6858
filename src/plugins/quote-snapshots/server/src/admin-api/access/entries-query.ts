import type { Core, Struct } from '@strapi/strapi';
import { hasDrafts } from '../../strapi/enabled-types';
import { databaseQuery } from '../../strapi/query-params';

type Filters = Record<string, unknown>;

/**
 * The entries of a type that match filters, as a database query with these attributes as columns. It is not sent itself; other
 * statements use it as a subquery.
 *
 * @param filters in the content manager's form
 * @param version of each document; a type without Draft & Publish has only one
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
