import { writeXml, type XmlElement } from '../answers/xml';
import type { Feed, FeedCategory, FeedEntry } from './feed';

/** A date as in RFC 822 with a year of four digits, which RSS 2.0 requires. */
const rssDate = (iso: string): string => new Date(iso).toUTCString();

const STOCK = /\/rss\/stock$/;

/** Tickers are written as `NASDAQ:MSFT`, which feed readers look for. Other categories are written as their term. */
const toCategory = ({ scheme, term, label }: FeedCategory): XmlElement => ({
  '@domain': scheme,
  '#text': STOCK.test(scheme) ? label : term,
});

const toItem = ({ id, url, title, text, byline, publishedAt, image, categories }: FeedEntry): XmlElement => ({
  title,
  link: url,
  description: text,
  'dc:creator': byline ?? undefined,
  category: categories.map(toCategory),
  guid: { '@isPermaLink': 'false', '#text': id },
  pubDate: rssDate(publishedAt),
  'media:content': image ? { '@url': image.url, '@type': image.mime, '@medium': 'image' } : undefined,
});

const link = (rel: string, href: string | undefined): XmlElement[] =>
  href ? [{ '@rel': rel, '@href': href, '@type': 'application/rss+xml' }] : [];

/** RSS 2.0, with the profile's `atom:link`. https://www.rssboard.org/rss-profile */
export const writeRss = (feed: Feed): string =>
  writeXml({
    rss: {
      '@version': '2.0',
      '@xmlns:atom': 'http://www.w3.org/2005/Atom',
      '@xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      '@xmlns:media': 'http://search.yahoo.com/mrss/',
      channel: {
        title: feed.title,
        link: feed.pageUrl,
        description: feed.title,
        language: feed.language,
        lastBuildDate: rssDate(feed.updatedAt),
        'atom:link': [
          ...link('self', feed.selfUrl),
          ...link('first', feed.firstUrl),
          ...link('previous', feed.previousUrl),
          ...link('next', feed.nextUrl),
        ],
        item: feed.entries.map(toItem),
      },
    },
  });
