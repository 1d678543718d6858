import type { Core } from '@strapi/strapi';
import { readRows } from '../../database/read-rows';
import { PUBLICATIONS_TABLE, type PublicationRow } from './publications-table';

/**
 * When documents were first published, by `documentId|locale`.
 *
 * @param documentIds a few hundred at most, because they are all in one statement
 */
export const readFirstPublications = async (
  strapi: Core.Strapi,
  documentIds: readonly string[],
): Promise<Map<string, Date>> => {
  if (documentIds.length === 0) return new Map();
  const rows = await readRows<PublicationRow>(strapi, PUBLICATIONS_TABLE, (publications) =>
    publications
      .select('document_id', 'locale', 'first_published_at')
      .whereIn('document_id', [...new Set(documentIds)]),
  );
  return new Map(
    rows.map((row) => [`${row.document_id}|${row.locale}`, new Date(Number(row.first_published_at))]),
  );
};
