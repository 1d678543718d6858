import type { Core } from '@strapi/strapi';
import { readRows } from '../../database/read-rows';
import { ARTICLE } from '../../type-names';
import type { Translation } from './article';

/**
 * The locales in which documents are published, with their slugs, by documentId.
 *
 * @param documentIds a few hundred at most, because they are all in one statement
 */
export const readTranslations = async (
  strapi: Core.Strapi,
  documentIds: readonly string[],
): Promise<Map<string, Translation[]>> => {
  const found = new Map<string, Translation[]>();
  if (documentIds.length === 0) return found;
  const { tableName } = strapi.db.metadata.get(ARTICLE);
  const rows = await readRows<{ document_id: string; locale: string; slug: string }>(
    strapi,
    tableName,
    (articles) =>
      articles
        .select('document_id', 'locale', 'slug')
        .whereIn('document_id', [...new Set(documentIds)])
        .whereNotNull('published_at')
        .whereNotNull('slug')
        .orderBy('locale'),
  );
  for (const { document_id: documentId, locale, slug } of rows) {
    found.set(documentId, [...(found.get(documentId) ?? []), { locale, slug }]);
  }
  return found;
};
