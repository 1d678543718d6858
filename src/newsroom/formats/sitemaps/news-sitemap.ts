import { articlePath, pageUrl, type Site } from '../../site-addresses';
import type { PublishedArticle } from '../articles/article';
import { writeXml } from '../answers/xml';

/**
 * The most articles that Google reads. It also ignores older ones.
 * https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
 */
export const MOST_NEWS = 1_000;
export const NEWS_DAYS = 2;

const DAY_MS = 86_400_000;
const PUBLISHED = /<news:publication_date>([^<]+)</g;

/**
 * Until when a news sitemap stays the same if no article changes. Then its oldest article is too old for it.
 *
 * @returns epoch milliseconds; null if it has no article
 */
export const newsSitemapEnd = (xml: string): number | null => {
  const published = [...xml.matchAll(PUBLISHED)].map(([, time = '']) => Date.parse(time));
  return published.length > 0 ? Math.min(...published) + NEWS_DAYS * DAY_MS : null;
};

/** The most tickers of an article, by the schema of news sitemaps. */
const MOST_TICKERS = 5;

/** The part of an article that the news sitemap needs. */
export type NewsPage = Pick<PublishedArticle, 'slug' | 'locale' | 'title' | 'firstPublishedAt' | 'listings'>;

/** The exchange as printed, and the symbol: `NASDAQ:MSFT, NYSE:ORCL`. */
const tickersOf = ({ listings }: NewsPage): string | undefined =>
  listings
    .slice(0, MOST_TICKERS)
    .map(({ exchange, mic, symbol }) => `${exchange ?? mic}:${symbol}`)
    .join(', ') || undefined;

/**
 * The news sitemap: articles that were first published in the last two days.
 *
 * @param hasTickers whether it names the tickers of each
 */
export const writeNewsSitemap = (
  articles: readonly NewsPage[],
  site: Site,
  siteName: string,
  defaultLocale: string,
  hasTickers: boolean,
): string =>
  writeXml({
    urlset: {
      '@xmlns': 'http://www.sitemaps.org/schemas/sitemap/0.9',
      '@xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
      url: articles.map((article) => ({
        loc: pageUrl(site, articlePath(article.slug, article.locale, defaultLocale)),
        'news:news': {
          'news:publication': { 'news:name': siteName, 'news:language': article.locale.split('-')[0] },
          'news:publication_date': article.firstPublishedAt,
          'news:title': article.title,
          'news:stock_tickers': hasTickers ? tickersOf(article) : undefined,
        },
      })),
    },
  });
