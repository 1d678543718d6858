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
 * Records what readers are shown of an article that was published before there was a record, or past the document service. To be
 * called before it is changed. Who published it is not known.
 *
 * @returns whether there was anything to record
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
    // The first time is by the database's clock and the latest by a node's, so they may be out of order: the earlier one counts.
    firstPublishedAt: first && first < at ? first : at,
    correctedAt: null,
    corrections: [],
    retractedAt: null,
  });
  return true;
};
