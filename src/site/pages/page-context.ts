import type { Labels } from '../../article/labels/labels';
import { articlePath, companyPath, frontPath, tickerPath, type Site } from '../../newsroom/site-addresses';
import type { Locales } from '../../newsroom/strapi/locales';

/** The values that every page of the site uses. */
export interface PageContext {
  site: Site;
  /** The name of the publication. */
  siteName: string;
  locale: string;
  locales: Locales;
  labels: Labels;
  files: { styles: string; script: string; fonts: readonly string[] };
}

/** The paths of the pages in the locale of a page. */
export const pathsIn = ({ locale, locales }: Pick<PageContext, 'locale' | 'locales'>) => ({
  front: (query?: Readonly<Record<string, string | number | undefined>>): string =>
    withQuery(frontPath(locale, locales.default), query),
  search: (): string => `${locale === locales.default ? '' : `/${encodeURIComponent(locale)}`}/search`,
  article: (slug: string): string => articlePath(slug, locale, locales.default),
  company: (slug: string, query?: Readonly<Record<string, string | number | undefined>>): string =>
    withQuery(companyPath(slug, locale, locales.default), query),
  ticker: (
    { mic, symbol }: { mic: string; symbol: string },
    query?: Readonly<Record<string, string | number | undefined>>,
  ): string => withQuery(tickerPath({ mic, symbol }, locale, locales.default), query),
});

/** A path with a query. Undefined values are left out. */
export const withQuery = (
  path: string,
  query: Readonly<Record<string, string | number | undefined>> = {},
): string => {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) given.set(name, String(value));
  }
  return given.size > 0 ? `${path}?${given}` : path;
};

/** The page of a listing, if the newsroom has a ticker for it. */
export const tickerLinks = (
  context: Pick<PageContext, 'locale' | 'locales'>,
  tickers: readonly { mic: string; symbol: string }[],
): ((listing: { mic: string | null; symbol: string }) => string | undefined) => {
  const known = new Set(tickers.map(({ mic, symbol }) => `${mic}:${symbol}`));
  const paths = pathsIn(context);
  return ({ mic, symbol }) =>
    mic !== null && known.has(`${mic}:${symbol}`) ? paths.ticker({ mic, symbol }) : undefined;
};

/** The name of a language in that language: `Deutsch`. */
export const languageName = (locale: string): string => {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
  } catch {
    // An admin may add a locale with a code that is not a language tag.
    return locale;
  }
};
