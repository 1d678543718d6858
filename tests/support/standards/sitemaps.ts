import { listOf, parseXml, textOf, type Element } from './xml';

const LOCATIONS = 'http://www.sitemaps.org/schemas/sitemap/0.9';

const isW3cTime = (value: unknown): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(textOf(value));

const isLocation = (value: unknown): boolean =>
  URL.canParse(textOf(value)) && textOf(value).length < 2_048 && /^https?:/.test(textOf(value));

const faultsOfNews = (news: Element): string[] => {
  const faults: string[] = [];
  const publication = (news['news:publication'] ?? {}) as Element;
  if (textOf(publication['news:name']) === '') faults.push('a news without the name of its publication');
  if (!/^([a-z]{2,3}|zh-(cn|tw))$/.test(textOf(publication['news:language'])))
    faults.push(`language ${textOf(publication['news:language'])}`);
  if (!isW3cTime(news['news:publication_date'])) faults.push('publication_date is no time');
  if (textOf(news['news:title']) === '') faults.push('a news without a title');
  return faults;
};

/** What is wrong with a sitemap or an index of sitemaps, by sitemaps.org and, for news and languages, by Google's pages. */
export const faultsOfSitemap = (xml: string): string[] => {
  const { urlset, sitemapindex } = parseXml(xml);
  const root = urlset ?? sitemapindex;
  if (root?.['@xmlns'] !== LOCATIONS) return ['neither a sitemap nor an index'];
  const urls = listOf(root, urlset ? 'url' : 'sitemap');
  const faults = urls.flatMap((url) => [
    ...(isLocation(url.loc) ? [] : [`loc is ${textOf(url.loc)}`]),
    ...(url.lastmod === undefined || isW3cTime(url.lastmod) ? [] : [`lastmod is ${textOf(url.lastmod)}`]),
    ...(url['news:news'] ? faultsOfNews(url['news:news'] as Element) : []),
    // A page that names its translations names itself among them.
    ...(listOf(url, 'xhtml:link').length === 0 ||
    listOf(url, 'xhtml:link').some((link) => link['@href'] === textOf(url.loc))
      ? []
      : [`${textOf(url.loc)} is not among its own alternates`]),
  ]);
  if (urls.length > 50_000) faults.push(`${urls.length} addresses`);
  if (new Set(urls.map(({ loc }) => textOf(loc))).size !== urls.length) faults.push('an address twice');
  return faults;
};
