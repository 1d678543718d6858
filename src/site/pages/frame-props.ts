import type { ReactNode } from 'react';
import type { QuoteBox } from '../../article/article';
import { feedPath, serverUrl, type FeedChoice, type FeedFormat } from '../../newsroom/site-addresses';
import type { Requests } from './ApiRequests';
import type { PageContext } from './page-context';

/** What stands around the content of a page. */
export interface FrameProps {
  context: PageContext;
  title: string;
  description?: string | null;
  /** The path that search engines should know the page by; undefined for pages that they should not list. */
  canonical?: string;
  /** The same page in other locales; the switch leads to their front pages where it is not there. */
  alternates?: readonly { locale: string; path: string }[];
  /** The feeds of what the page lists. */
  feed?: FeedChoice;
  /** The kind whose section this is. */
  section?: string | undefined;
  strip?: QuoteBox | undefined;
  requests?: Requests;
  /** More of the head: structured data, what social networks show. */
  head?: ReactNode;
  /** What was searched for, to stand in the form. */
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
