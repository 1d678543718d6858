import type { ReactNode } from 'react';
import type { QuoteBox } from '../../article/article';
import { feedPath, serverUrl, type FeedChoice, type FeedFormat } from '../../newsroom/site-addresses';
import type { Requests } from './ApiRequests';
import type { PageContext } from './page-context';

/** The parts of a page around its content. */
export interface FrameProps {
  context: PageContext;
  title: string;
  description?: string | null;
  /** The canonical path for search engines; undefined for pages that they should not list. */
  canonical?: string;
  /** The same page in other locales. For a locale without it, the language switch leads to that locale's front page. */
  alternates?: readonly { locale: string; path: string }[];
  /** The feeds of the articles that the page lists. */
  feed?: FeedChoice;
  /** The kind of articles in this section. */
  section?: string | undefined;
  strip?: QuoteBox | undefined;
  requests?: Requests;
  /** More elements of the head: structured data, and tags for social networks. */
  head?: ReactNode;
  /** The search text, to fill the form. */
  wanted?: string | undefined;
  children: ReactNode;
}

export const FEED_NAMES: Readonly<Record<FeedFormat, string>> = {
  rss: 'RSS',
  atom: 'Atom',
  json: 'JSON Feed',
};

/** The address of a feed of what a page lists, in the page's locale. */
export const feedUrl = (
  { site, locale, locales }: PageContext,
  format: FeedFormat,
  feed: FeedChoice = {},
): string => serverUrl(site, feedPath(format, locale === locales.default ? feed : { ...feed, locale }));
