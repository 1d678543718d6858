import type { Core, Struct } from '@strapi/strapi';
import { SNAPSHOT_UID } from '../../plugin-names';
import { enabledTypes } from '../../strapi/enabled-types';
import { permissionChecker } from '../../strapi/permission-checker';
import { databaseQuery } from '../../strapi/query-params';
import { entriesQuery } from '../access/entries-query';
import { refuseType } from '../access/refuse-type';
import { asksForLocaleOnly, onRelatedLocale } from './locale-conditions';
import { refuseHiddenFilters } from './refuse-hidden-filters';

type Where = Record<string, unknown>;

/** The keys (`documentId:locale`) of the documents of a type that match a condition, as a subquery. */
const keysOf = (strapi: Core.Strapi, model: Struct.ContentTypeSchema, filters: Where) => {
  const documents = entriesQuery(strapi, model, filters, 'draft', ['documentId', 'locale']);
  const { connection } = strapi.db;
  return connection
    .select(connection.raw("document_id || ':' || coalesce(locale, '')"))
    .from(documents.as('readable'));
};

/** The snapshots of the documents of a type that the role may read. Undefined if it may read none of the type. */
const ofReadable = async (
  strapi: Core.Strapi,
  ability: unknown,
  model: Struct.ContentTypeSchema,
): Promise<Where | undefined> => {
  const may = permissionChecker(strapi, ability, model.uid);
  if (may.cannot.read()) return undefined;
  const { filters } = await may.sanitizedQuery.read({});
  const ofType = { relatedType: model.uid };
  if (filters === undefined || filters === null) return ofType;
  // The condition is checked on the row itself, because the record keeps the rows of deleted documents.
  if (asksForLocaleOnly(filters)) return { $and: [ofType, onRelatedLocale(filters) as Where] };
  return { ...ofType, relatedKey: { $in: keysOf(strapi, model, filters as Where) } };
};

/**
 * Makes the conditions for `strapi.db.query` that leave only the part of the record that a role may read. This depends on its
 * permission to read snapshots, with its conditions, and on its permissions to read their documents.
 *
 * @param ability of the user (`ctx.state.userAbility`)
 * @param filters in the content manager's form
 * @throws PolicyError if the role may read no snapshots, and for a filter on a field that it may not read
 */
export const restrictToReadable = async (
  strapi: Core.Strapi,
  ability: unknown,
  filters: readonly object[],
): Promise<Where> => {
  const may = permissionChecker(strapi, ability, SNAPSHOT_UID);
  if (may.cannot.read()) throw refuseType(SNAPSHOT_UID);
  await refuseHiddenFilters(may, filters);
  const asked = await may.sanitizedQuery.read(filters.length > 0 ? { filters: { $and: [...filters] } } : {});
  const { where } = databaseQuery(strapi, SNAPSHOT_UID, asked);
  const types = await Promise.all(enabledTypes(strapi).map((model) => ofReadable(strapi, ability, model)));
  const readable = types.filter((type) => type !== undefined);
  return { $and: [(where ?? {}) as Where, readable.length > 0 ? { $or: readable } : { id: { $in: [] } }] };
};
