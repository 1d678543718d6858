import type { Core } from '@strapi/strapi';
import type { HasRight } from '../../strapi/public-rights';
import { quotesPlugin } from '../../quotes-plugin';
import { siteOf } from '../../site-environment';
import { ARTICLE, COMPANY, SNAPSHOT, TICKER, WORDING, WORDINGS_ATTRIBUTE } from '../../type-names';
import { readFirstPublications } from '../publications/first-publications';
import type { ArticleWithBody, PublishedArticle } from './article';
import { toPublishedArticle, type ArticleRow } from './article-row';
import { readTranslations } from './published-versions';

/** More listings than any article names. Without a number, REST's limit of 100 would apply. */
const MOST_RELATED = 1_000;

const COLUMNS = [
  ...['documentId', 'locale', 'slug', 'title', 'summary', 'kind', 'byline', 'publishedAt'],
  ...['coverCaption', 'coverCredit', 'firstPublishedAt', 'correctedAt', 'corrections', 'retractedAt'],
];

/** Which published articles are read. */
export interface ArticleChoice {
  /** A filter for `strapi.db.query`, in addition to the filter for published entries. */
  where: Record<string, unknown>;
  limit: number;
  offset?: number;
  /** The instant that is newest in the first article: `publishedAt` if it is absent. */
  newestBy?: 'publishedAt' | 'retractedAt';
}

/** The relations of an article that its reader may see. */
const populateFor = async (strapi: Core.Strapi, has: HasRight): Promise<Record<string, unknown>> => {
  const mayFind = (uid: string): Promise<boolean> => has(`${uid}.find`);
  const [tickers, companies, wordings, snapshots] = await Promise.all([
    mayFind(TICKER),
    mayFind(COMPANY),
    mayFind(WORDING),
    mayFind(SNAPSHOT),
  ]);
  return {
    cover: true,
    ...(tickers && {
      tickers: {
        limit: MOST_RELATED,
        ...(companies && { populate: { company: { select: ['documentId'] } } }),
      },
    }),
    ...(companies && { companies: { limit: MOST_RELATED, populate: { logo: true } } }),
    ...(wordings && { [WORDINGS_ATTRIBUTE]: { select: ['text'] } }),
    ...(snapshots && quotesPlugin(strapi) && { quoteSnapshots: { where: { state: 'captured' } } }),
  };
};

const read = async (
  strapi: Core.Strapi,
  has: HasRight,
  { where, limit, offset = 0, newestBy = 'publishedAt' }: ArticleChoice,
  columns: readonly string[],
): Promise<{ row: ArticleRow; article: PublishedArticle }[]> => {
  const populate = await populateFor(strapi, has);
  const rows: ArticleRow[] = await strapi.db.query(ARTICLE).findMany({
    select: [...columns],
    where: { $and: [where, { publishedAt: { $notNull: true } }] },
    populate,
    orderBy: [{ [newestBy]: 'desc' }, { id: 'asc' }],
    limit,
    offset,
  });
  const documentIds = rows.map(({ documentId }) => documentId);
  const translations = await readTranslations(strapi, documentIds);
  const firstPublications = await readFirstPublications(strapi, documentIds);
  const site = siteOf(strapi);
  return rows.map((row) => ({
    row,
    article: toPublishedArticle(row, {
      site,
      firstPublishedAt: firstPublications.get(`${row.documentId}|${row.locale ?? ''}`),
      translations: translations.get(row.documentId) ?? [],
    }),
  }));
};

/**
 * Published articles without their text, newest first, with the relations that the reader may see.
 *
 * @param has the rights of the reader
 */
export const readArticles = async (
  strapi: Core.Strapi,
  has: HasRight,
  choice: ArticleChoice,
): Promise<PublishedArticle[]> => (await read(strapi, has, choice, COLUMNS)).map(({ article }) => article);

/** One published article in one locale, without its text; undefined if there is none. */
export const readArticle = async (
  strapi: Core.Strapi,
  has: HasRight,
  documentId: string,
  locale: string,
): Promise<PublishedArticle | undefined> =>
  (await readArticles(strapi, has, { where: { documentId, locale }, limit: 1 }))[0];

/** One published article in one locale, with its text; undefined if there is none. */
export const readArticleWithBody = async (
  strapi: Core.Strapi,
  has: HasRight,
  documentId: string,
  locale: string,
): Promise<ArticleWithBody | undefined> => {
  const choice = { where: { documentId, locale }, limit: 1 };
  const [found] = await read(strapi, has, choice, [...COLUMNS, 'body']);
  return found && { ...found.article, body: found.row.body };
};
