import { writeXml, type XmlElement } from '../answers/xml';

/** A page in each of its languages. */
export interface SitemapPage {
  url: string;
  lastModified: Date | undefined;
  /** The page in all of its languages, its own included. */
  alternates: { language: string; url: string }[];
}

const XMLNS = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** Readers whose language is missing get the default one. */
const alternatesOf = ({ alternates }: SitemapPage, defaultLocale: string): XmlElement[] => {
  // A page in one language has no alternates.
  if (alternates.length < 2) return [];
  const standard = alternates.find(({ language }) => language === defaultLocale);
  return [...alternates, ...(standard ? [{ ...standard, language: 'x-default' }] : [])].map(
    ({ language, url }) => ({ '@rel': 'alternate', '@hreflang': language, '@href': url }),
  );
};

/** One sitemap. https://www.sitemaps.org/protocol.html */
export const writeSitemap = (pages: readonly SitemapPage[], defaultLocale: string): string =>
  writeXml({
    urlset: {
      '@xmlns': XMLNS,
      '@xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
      url: pages.map((page) => ({
        loc: page.url,
        lastmod: page.lastModified?.toISOString(),
        'xhtml:link': alternatesOf(page, defaultLocale),
      })),
    },
  });

/** The index of sitemaps. @param urls of the sitemaps */
export const writeSitemapIndex = (urls: readonly string[]): string =>
  writeXml({ sitemapindex: { '@xmlns': XMLNS, sitemap: urls.map((loc) => ({ loc })) } });
