import { faultsOfAtom } from './standards/atom';
import { faultsOfJsonFeed } from './standards/json-feed';
import { faultsOfJsonLd } from './standards/json-ld';
import { faultsOfNinjs } from './standards/ninjs';
import { faultsOfRss } from './standards/rss';
import { faultsOfSitemap } from './standards/sitemaps';
import type { Newsroom } from './newsroom';

const parsed =
  (faultsOf: (value: never) => string[]) =>
  (text: string): string[] =>
    faultsOf(JSON.parse(text) as never);

/** Every format that has a text of an article, with what is wrong with one. */
const FORMATS: Readonly<
  Record<string, { address: (id: string, locale: string) => string; faultsOf: (text: string) => string[] }>
> = {
  rss: { address: (_id, locale) => `/feeds/rss?locale=${locale}`, faultsOf: faultsOfRss },
  atom: { address: (_id, locale) => `/feeds/atom?locale=${locale}`, faultsOf: faultsOfAtom },
  'json feed': { address: (_id, locale) => `/feeds/json?locale=${locale}`, faultsOf: faultsOfJsonFeed },
  sitemap: { address: () => '/sitemaps/articles-1.xml', faultsOf: faultsOfSitemap },
  'news sitemap': { address: () => '/news-sitemap.xml', faultsOf: faultsOfSitemap },
  'json-ld': {
    address: (id, locale) => `/api/articles/${id}/json-ld?locale=${locale}`,
    faultsOf: parsed(faultsOfJsonLd),
  },
  ninjs: {
    address: (id, locale) => `/api/articles/${id}/ninjs?locale=${locale}`,
    faultsOf: parsed(faultsOfNinjs),
  },
};

/** An article in every format, each valid by its own rules; the texts by the name of the format. */
export const readEveryFormat = async (
  newsroom: Newsroom,
  documentId: string,
  locale = 'en',
): Promise<Record<string, string>> => {
  const texts: Record<string, string> = {};
  for (const [name, { address, faultsOf }] of Object.entries(FORMATS)) {
    const answer = await newsroom.http().get(address(documentId, locale)).expect(200);
    const text = answer.text ?? JSON.stringify(answer.body);
    expect({ name, faults: faultsOf(text) }).toEqual({ name, faults: [] });
    texts[name] = text;
  }
  return texts;
};
