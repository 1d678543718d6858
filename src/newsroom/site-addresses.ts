/** Where the pages are for readers, and the other addresses of this server for machines. */
export interface Site {
  /** Whether this server shows the pages itself. A frontend that replaces them uses the same paths. */
  enabled: boolean;
  /** The origin of the pages, such as `https://news.example.com`: SITE_URL, or the server's own. */
  url: string;
  /** The origin of the API, feeds, sitemaps and pictures; the same as `url` if this server shows the pages. */
  serverUrl: string;
}

/** Pages of the default locale have no prefix. */
const prefixOf = (locale: string, defaultLocale: string): string =>
  locale === defaultLocale ? '' : `/${encodeURIComponent(locale)}`;

/** The path of the front page in a locale: `/`, `/es`. */
export const frontPath = (locale: string, defaultLocale: string): string =>
  prefixOf(locale, defaultLocale) || '/';

/** The path of an article's page: `/articles/chipmakers-steady`, `/es/articles/…`. */
export const articlePath = (slug: string, locale: string, defaultLocale: string): string =>
  `${prefixOf(locale, defaultLocale)}/articles/${encodeURIComponent(slug)}`;

/** The path of a company's page: `/companies/microsoft`. */
export const companyPath = (slug: string, locale: string, defaultLocale: string): string =>
  `${prefixOf(locale, defaultLocale)}/companies/${encodeURIComponent(slug)}`;

/** The path of a listing's page: `/tickers/XNAS/MSFT`. */
export const tickerPath = (
  listing: { mic: string; symbol: string },
  locale: string,
  defaultLocale: string,
): string =>
  `${prefixOf(locale, defaultLocale)}/tickers/${encodeURIComponent(listing.mic)}/${encodeURIComponent(listing.symbol)}`;

export const FEED_FORMATS = ['rss', 'atom', 'json'] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

/** The articles of a feed; by default all of the default locale. */
export interface FeedChoice {
  kind?: string | undefined;
  /** The slug of a company. */
  company?: string | undefined;
  locale?: string | undefined;
  /** The page of the archive, from 1 for the newest. */
  page?: number | undefined;
}

/** The path of a feed: `/feeds/rss?company=microsoft&locale=es`. */
export const feedPath = (format: FeedFormat, choice: FeedChoice = {}): string => {
  const query = new URLSearchParams();
  if (choice.kind) query.set('kind', choice.kind);
  if (choice.company) query.set('company', choice.company);
  if (choice.locale) query.set('locale', choice.locale);
  if (choice.page && choice.page > 1) query.set('page', String(choice.page));
  return query.size > 0 ? `/feeds/${format}?${query}` : `/feeds/${format}`;
};

export const ROBOTS_PATH = '/robots.txt';
export const NEWS_SITEMAP_PATH = '/news-sitemap.xml';

/** The index of the sitemaps. */
export const SITEMAP_PATH = '/sitemap.xml';

export const SITEMAP_SECTIONS = ['fronts', 'articles', 'companies', 'tickers'] as const;
export type SitemapSection = (typeof SITEMAP_SECTIONS)[number];

/** The path of one sitemap, numbered from 1: `/sitemaps/articles-1.xml`. */
export const sitemapPath = (section: SitemapSection, page: number): string =>
  `/sitemaps/${section}-${page}.xml`;

/** The path of an article's picture for social networks: `/social/es/<documentId>.png`. */
export const socialPicturePath = (documentId: string, locale: string): string =>
  `/social/${encodeURIComponent(locale)}/${encodeURIComponent(documentId)}.png`;

/** The path of an article's JSON-LD in the API. */
export const jsonLdPath = (documentId: string, locale: string): string =>
  `/api/articles/${encodeURIComponent(documentId)}/json-ld?${new URLSearchParams({ locale })}`;

/** The path of an article's ninjs item in the API. */
export const ninjsPath = (documentId: string, locale: string): string =>
  `/api/articles/${encodeURIComponent(documentId)}/ninjs?${new URLSearchParams({ locale })}`;

/** The address of a page. */
export const pageUrl = (site: Site, path: string): string => `${site.url}${path}`;

/** An address on this server: of the API, feeds, sitemaps or pictures. */
export const serverUrl = (site: Site, path: string): string => `${site.serverUrl}${path}`;
