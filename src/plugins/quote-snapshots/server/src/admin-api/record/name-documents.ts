import type { Core, Struct } from '@strapi/strapi';
import { relatedKey } from '../../store/related-key';
import type { SnapshotRow } from '../../store/snapshot-row';
import { enabledTypes, isLocalized } from '../../strapi/enabled-types';
import { readMainField } from '../../strapi/main-field';
import { permissionChecker } from '../../strapi/permission-checker';

/** The document to which the page of the record links a row. */
export interface NamedDocument {
  type: string;
  kind: Struct.ContentTypeSchema['kind'];
  typeName: string;
  documentId: string;
  locale: string | null;
  /** The title in the content manager; null if the document was deleted, or if the role may not read that field. */
  title: string | null;
  /** False once the document is deleted. */
  exists: boolean;
}

type Place = Pick<SnapshotRow, 'relatedType' | 'relatedDocumentId' | 'relatedLocale'>;

/** The titles of documents in one locale that the role may read, by documentId. */
const titlesIn = async (
  strapi: Core.Strapi,
  ability: unknown,
  model: Struct.ContentTypeSchema,
  documentIds: string[],
  locale: string | null,
): Promise<Map<string, string | null>> => {
  const field = await readMainField(strapi, model);
  const may = permissionChecker(strapi, ability, model.uid);
  const asked = await may.sanitizedQuery.read({
    filters: { documentId: { $in: documentIds } },
    fields: ['documentId', field],
  });
  const mayReadTitle = Array.isArray(asked.fields) && asked.fields.includes(field);
  const found: Record<string, unknown>[] = await strapi.documents(model.uid).findMany({
    ...asked,
    // With an empty list of fields, Strapi would read all of them.
    fields: ['documentId', ...(mayReadTitle ? [field as 'documentId'] : [])],
    ...(locale !== null && isLocalized(model) ? { locale } : {}),
    status: 'draft',
    limit: documentIds.length,
  });
  return new Map(
    found.map((document) => {
      const title = mayReadTitle ? document[field] : null;
      return [document.documentId as string, typeof title === 'string' ? title : null];
    }),
  );
};

/** The documents of these rows, all of which the role may read, by `documentId:locale`. */
export const nameDocuments = async (
  strapi: Core.Strapi,
  ability: unknown,
  rows: readonly Place[],
): Promise<Map<string, NamedDocument>> => {
  const named = new Map<string, NamedDocument>();
  for (const model of enabledTypes(strapi)) {
    const ofType = rows.filter(({ relatedType }) => relatedType === model.uid);
    for (const locale of new Set(ofType.map(({ relatedLocale }) => relatedLocale))) {
      const here = ofType.filter(({ relatedLocale }) => relatedLocale === locale);
      const documentIds = [...new Set(here.map(({ relatedDocumentId }) => relatedDocumentId))];
      const titles = await titlesIn(strapi, ability, model, documentIds, locale);
      for (const documentId of documentIds) {
        named.set(`${model.uid} ${relatedKey(documentId, locale)}`, {
          type: model.uid,
          kind: model.kind,
          typeName: model.info.displayName,
          documentId,
          locale,
          title: titles.get(documentId) ?? null,
          exists: titles.has(documentId),
        });
      }
    }
  }
  return named;
};

/** The document of a row. */
export const documentOf = (
  named: ReadonlyMap<string, NamedDocument>,
  row: Place | undefined,
): NamedDocument | null =>
  row === undefined
    ? null
    : (named.get(`${row.relatedType} ${relatedKey(row.relatedDocumentId, row.relatedLocale)}`) ?? null);
