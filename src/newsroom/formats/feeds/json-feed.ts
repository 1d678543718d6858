import type { Feed, FeedEntry } from './feed';

const toItem = (entry: FeedEntry) => ({
  id: entry.id,
  url: entry.url,
  title: entry.title,
  content_text: entry.text,
  image: entry.image?.url,
  date_published: entry.publishedAt,
  date_modified: entry.updatedAt,
  authors: entry.byline ? [{ name: entry.byline }] : undefined,
  tags: entry.categories.map(({ term }) => term),
});

/** JSON Feed 1.1. https://www.jsonfeed.org/version/1.1/ */
export const writeJsonFeed = (feed: Feed, siteName: string): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.pageUrl,
    feed_url: feed.selfUrl,
    next_url: feed.nextUrl,
    language: feed.language,
    authors: [{ name: siteName }],
    items: feed.entries.map(toItem),
  });
