import type { Core } from '@strapi/strapi';
import { tableIn, type Transaction } from '../transaction';
import { tableNameOf } from '../../strapi/tables';

/** One stored version (draft or published) of a document in one locale. */
export interface EntryVersion {
  id: number;
  locale: string | null;
  published: boolean;
}

/**
 * The stored versions of a document in these locales. On PostgreSQL they stay locked until the transaction ends, so two
 * publications of one document run one after the other, and each sees which rows the other left current. Other locales are not
 * locked, because two locales that are published at once would wait for each other.
 */
export const lockEntryVersions = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { uid, documentId, locales }: { uid: string; documentId: string; locales: (string | null)[] },
): Promise<EntryVersion[]> => {
  const rows: { id: number; locale: string | null; published_at: unknown }[] = await tableIn(
    strapi,
    trx,
    tableNameOf(strapi, uid),
  )
    .select('id', 'locale', 'published_at')
    .where('document_id', documentId)
    .whereIn(
      strapi.db.connection.raw("coalesce(locale, '')"),
      locales.map((locale) => locale ?? ''),
    )
    .orderBy('id')
    .forUpdate();
  return rows.map(({ id, locale, published_at }) => ({ id, locale, published: published_at !== null }));
};
