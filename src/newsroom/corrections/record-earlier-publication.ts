import type { Core } from '@strapi/strapi';
import { readFirstPublications } from '../formats/publications/first-publications';
import type { Transaction } from '../strapi/fail-at-commit';
import { ARTICLE } from '../type-names';
import { insertPublication } from './insert-publication';
import type { History } from './publication-history';
import { readShown } from './read-shown';
import { bylineOf, readerTextOf } from './reader-text';

interface PublishedRow {
  id: number;
  publishedAt: Date | string | number;
  [attribute: string]: unknown;
}

/**
 * Records what readers see of an article that was published before the record existed, or without the document service. Must be
 * called before the article is changed. Who published it is unknown.
 *
 * @returns false if there was nothing to record
 */
export const recordEarlierPublication = async (
  strapi: Core.Strapi,
  trx: Transaction,
  documentId: string,
  locale: string,
  { isPublished, last }: History,
): Promise<boolean> => {
  if (!isPublished || last) return false;
  const row: PublishedRow | null = await strapi.db
    .query(ARTICLE)
    .findOne({ where: { documentId, locale, publishedAt: { $notNull: true } } });
  if (!row) return false;
  const at = new Date(row.publishedAt);
  const first = (await readFirstPublications(strapi, [documentId])).get(`${documentId}|${locale}`);
  await insertPublication(strapi, trx, {
    articleDocumentId: documentId,
    articleLocale: locale,
    at,
    by: null,
    byKind: null,
    change: 'first',
    note: null,
    text: readerTextOf(row),
    byline: bylineOf(row),
    ...(await readShown(strapi, { id: row.id, documentId, locale })),
    // The first time is from the database's clock and the latest from a node's, so they may be out of order. The earlier one is
    // used.
    firstPublishedAt: first && first < at ? first : at,
    correctedAt: null,
    corrections: [],
    retractedAt: null,
  });
  return true;
};
