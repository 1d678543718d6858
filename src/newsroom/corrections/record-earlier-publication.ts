import type { Core } from '@strapi/strapi';
import { readFirstPublications } from '../formats/publications/first-publications';
import { quotesPlugin } from '../quotes-plugin';
import type { Transaction } from '../strapi/fail-at-commit';
import { ARTICLE, SNAPSHOT, WORDINGS_ATTRIBUTE } from '../type-names';
import { insertPublication, type ShownDisclaimer } from './insert-publication';
import type { History } from './publication-history';
import { readerTextOf } from './reader-text';

interface PublishedRow {
  publishedAt: Date | string | number;
  [WORDINGS_ATTRIBUTE]: ShownDisclaimer[];
  [attribute: string]: unknown;
}

/** The instruments whose quotes stand beside an article now. */
const shownInstruments = async (
  strapi: Core.Strapi,
  documentId: string,
  locale: string,
): Promise<string[]> => {
  if (!quotesPlugin(strapi)) return [];
  const rows: { instrument: string | null }[] = await strapi.db.query(SNAPSHOT).findMany({
    select: ['instrument'],
    where: { relatedType: ARTICLE, relatedDocumentId: documentId, relatedLocale: locale, current: true },
    orderBy: { position: 'asc' },
  });
  return rows.flatMap(({ instrument }) => instrument ?? []);
};

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
  const row: PublishedRow | null = await strapi.db.query(ARTICLE).findOne({
    where: { documentId, locale, publishedAt: { $notNull: true } },
    populate: { [WORDINGS_ATTRIBUTE]: { select: ['key', 'name', 'text', 'language'] } },
  });
  if (!row) return false;
  const at = new Date(row.publishedAt);
  const first = (await readFirstPublications(strapi, [documentId])).get(`${documentId}|${locale}`);
  await insertPublication(strapi, trx, {
    articleDocumentId: documentId,
    articleLocale: locale,
    at,
    by: null,
    change: 'first',
    note: null,
    text: readerTextOf(row),
    disclaimers: row[WORDINGS_ATTRIBUTE].map(({ key, name, text, language }) => ({
      key,
      name,
      text,
      language,
    })),
    instruments: await shownInstruments(strapi, documentId, locale),
    // Two clocks tell them: the database's the first one, a node's the latest.
    firstPublishedAt: first && first < at ? first : at,
    correctedAt: null,
    corrections: [],
    retractedAt: null,
  });
  return true;
};
