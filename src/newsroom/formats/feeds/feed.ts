import { retractionNotice } from '../../text/corrections';
import { articlePath, pageUrl, serverUrl, type Site } from '../../site-addresses';
import { instrumentOf, type PublishedArticle } from '../articles/article';

/** A subject of a feed's entry, in one of the publisher's schemes. */
export interface FeedCategory {
  scheme: string;
  term: string;
  label: string;
}

export interface FeedEntry {
  /** Stays the same when title or slug change. */
  id: string;
  url: string;
  title: string;
  /**
   * The summary, or the title if there is none; for a retracted article, the notice. Feeds have no bodies, so that their size is
   * bounded.
   */
  text: string;
  byline: string | null;
  /** ISO 8601. */
  publishedAt: string;
  updatedAt: string;
  image: { url: string; mime: string } | null;
  categories: FeedCategory[];
}

export interface Feed {
  title: string;
  /** The address of the page for readers. */
  pageUrl: string;
  selfUrl: string;
  /** Addresses of other pages of the feed (RFC 5005, section 3). */
  firstUrl: string;
  previousUrl: string | undefined;
  nextUrl: string | undefined;
  language: string;
  /** ISO 8601: when an entry was last published, corrected or retracted. */
  updatedAt: string;
  entries: FeedEntry[];
}

/** The schemes by which aggregators find tickers. They look at the last part of the address. */
const schemes = (site: Site) => ({
  kind: serverUrl(site, '/rss/kind'),
  company: serverUrl(site, '/rss/organization'),
  stock: serverUrl(site, '/rss/stock'),
  isin: serverUrl(site, '/rss/ISIN'),
  status: serverUrl(site, '/rss/status'),
});

const categoriesOf = (article: PublishedArticle, site: Site): FeedCategory[] => {
  const { kind, company, stock, isin, status } = schemes(site);
  return [
    { scheme: kind, term: article.kind, label: article.kind },
    ...(article.retractedAt === null ? [] : [{ scheme: status, term: 'retracted', label: 'retracted' }]),
    ...article.companies.map(({ slug, name }) => ({ scheme: company, term: slug ?? name, label: name })),
    ...article.listings.map((listing) => ({
      scheme: stock,
      term: instrumentOf(listing),
      label: `${listing.exchange ?? listing.mic}:${listing.symbol}`,
    })),
    ...article.listings.flatMap((listing) =>
      listing.isin ? [{ scheme: isin, term: listing.isin, label: listing.isin }] : [],
    ),
  ];
};

/** A tag URI (RFC 4151): an identifier that names who issued it, and is not an address. */
const idOf = ({ documentId, locale, firstPublishedAt }: PublishedArticle, site: Site): string =>
  `tag:${new URL(site.url).hostname},${firstPublishedAt.slice(0, 10)}:articles/${documentId}/${locale}`;

/** An article as an entry of a feed. */
export const toFeedEntry = (article: PublishedArticle, site: Site, defaultLocale: string): FeedEntry => ({
  id: idOf(article, site),
  url: pageUrl(site, articlePath(article.slug, article.locale, defaultLocale)),
  title: article.title,
  text: retractionNotice(article.corrections) ?? article.summary ?? article.title,
  byline: article.byline,
  publishedAt: article.firstPublishedAt,
  updatedAt: article.updatedAt,
  image: article.cover && { url: article.cover.url, mime: article.cover.mime },
  categories: categoriesOf(article, site),
});
