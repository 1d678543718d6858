import type { Core, Struct } from '@strapi/strapi';
import { permissionChecker } from '../../strapi/permission-checker';
import type { DocumentPlaces } from './document-place';
import { refuseType } from './refuse-type';

type Entry = Record<string, unknown>;

/**
 * Finds which of these documents the role may read, by the conditions of its permissions.
 *
 * @returns documentIds
 * @throws PolicyError if the role may not read the type at all
 */
export const findReadableIds = async (
  strapi: Core.Strapi,
  ability: unknown,
  model: Struct.ContentTypeSchema,
  { documentIds, locale }: DocumentPlaces,
): Promise<string[]> => {
  const may = permissionChecker(strapi, ability, model.uid);
  if (may.cannot.read()) throw refuseType(model.uid);
  const query = await may.sanitizedQuery.read({ filters: { documentId: { $in: documentIds } } });
  const found = await strapi.documents(model.uid).findMany({
    ...query,
    fields: ['documentId'],
    ...(locale ? { locale } : {}),
    status: 'draft',
    limit: documentIds.length,
  });
  return found.map(({ documentId }) => documentId);
};

/**
 * Finds which of these documents are published and readable for the role; none if it may not read the type.
 *
 * @param field is read with the documentId; absent in the result if the role may not read it
 */
export const findReadablePublished = async (
  strapi: Core.Strapi,
  ability: unknown,
  model: Struct.ContentTypeSchema,
  { documentIds, locale }: DocumentPlaces,
  field: string,
): Promise<Entry[]> => {
  const may = permissionChecker(strapi, ability, model.uid);
  if (may.cannot.read()) return [];
  const query = await may.sanitizedQuery.read({
    filters: { documentId: { $in: documentIds } },
    fields: ['documentId', field],
  });
  const mayReadField = Array.isArray(query.fields) && query.fields.includes(field);
  return strapi.documents(model.uid).findMany({
    ...query,
    // The field that names a document is known only at run time. With an empty list of fields, Strapi would read all of them.
    fields: ['documentId', ...(mayReadField ? [field as 'documentId'] : [])],
    ...(locale ? { locale } : {}),
    status: 'published',
    limit: documentIds.length,
  });
};
