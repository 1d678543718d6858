import { writeXml, type XmlElement } from '../answers/xml';
import type { Feed, FeedEntry } from './feed';

const toEntry = (entry: FeedEntry): XmlElement => ({
  id: entry.id,
  title: entry.title,
  link: { '@rel': 'alternate', '@type': 'text/html', '@href': entry.url },
  published: entry.publishedAt,
  updated: entry.updatedAt,
  author: entry.byline ? { name: entry.byline } : undefined,
  category: entry.categories.map(({ scheme, term, label }) => ({
    '@term': term,
    '@scheme': scheme,
    '@label': label,
  })),
  summary: entry.text,
});

const link = (rel: string, href: string | undefined): XmlElement[] =>
  href ? [{ '@rel': rel, '@href': href, '@type': 'application/atom+xml' }] : [];

/** Atom (RFC 4287), in pages (RFC 5005). An entry without an author has the author of the feed, which is the publication. */
export const writeAtom = (feed: Feed, siteName: string): string =>
  writeXml({
    feed: {
      '@xmlns': 'http://www.w3.org/2005/Atom',
      '@xml:lang': feed.language,
      id: feed.firstUrl,
      title: feed.title,
      updated: feed.updatedAt,
      author: { name: siteName },
      link: [
        { '@rel': 'alternate', '@type': 'text/html', '@href': feed.pageUrl },
        ...link('self', feed.selfUrl),
        ...link('first', feed.firstUrl),
        ...link('previous', feed.previousUrl),
        ...link('next', feed.nextUrl),
      ],
      entry: feed.entries.map(toEntry),
    },
  });
