import type { Core } from '@strapi/strapi';
import type { HasRight } from '../../strapi/public-rights';
import type { PublishedArticle } from '../articles/article';
import { readArticles } from '../articles/read-articles';

/** When readers last had something new of an article: its publication, or its retraction. */
const newsAt = ({ publishedAt, retractedAt }: PublishedArticle): string =>
  retractedAt !== null && retractedAt > publishedAt ? retractedAt : publishedAt;

/**
 * The first page of a feed with the articles that were published before it began and retracted since, all in the order of what is new.
 * The other pages keep the order of publication, so the same article may also be on one of them, under the same id.
 *
 * A retraction is no publication. Without this, feed readers do not learn of it once a page of newer articles is there.
 *
 * @param page the newest articles by publication
 * @param where the filter of the feed
 * @param most the most retractions that are added
 */
export const addLateRetractions = async (
  strapi: Core.Strapi,
  has: HasRight,
  page: readonly PublishedArticle[],
  where: Record<string, unknown>,
  most: number,
): Promise<PublishedArticle[]> => {
  const oldest = page.at(-1);
  if (!oldest) return [];
  const retracted = await readArticles(strapi, has, {
    where: { $and: [where, { retractedAt: { $gte: oldest.publishedAt } }] },
    limit: most,
    newestBy: 'retractedAt',
  });
  const keyOf = ({ documentId, locale }: PublishedArticle): string => `${documentId}|${locale}`;
  const known = new Set(page.map(keyOf));
  const late = retracted.filter((article) => !known.has(keyOf(article)));
  return [...page, ...late].sort((one, other) => newsAt(other).localeCompare(newsAt(one)));
};
