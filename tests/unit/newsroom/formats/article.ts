import type { CapturedQuote, PublishedArticle } from '../../../../src/newsroom/formats/articles/article';
import type { Site } from '../../../../src/newsroom/site-addresses';

export const SITE: Site = {
  enabled: true,
  url: 'https://news.example.com',
  serverUrl: 'https://news.example.com',
};

export const quoteOf = (symbol: string, given: Partial<CapturedQuote> = {}): CapturedQuote => ({
  instrument: `XNAS:${symbol}`,
  symbol,
  mic: 'XNAS',
  exchange: 'NASDAQ',
  name: null,
  price: 480,
  change: 10,
  changePercent: 2.13,
  priceDecimals: 2,
  currency: 'USD',
  quotedAt: '2026-11-27T21:00:00.000Z',
  attribution: 'Quotes by Example Data.',
  lateMinutes: null,
  ...given,
});

/** A published article with nothing but its title, and what a test gives it. */
export const articleWith = (given: Partial<PublishedArticle> = {}): PublishedArticle => ({
  documentId: 'a1b2c3',
  locale: 'en',
  slug: 'chipmakers-steady',
  title: 'Chipmakers steady',
  summary: null,
  kind: 'news',
  byline: null,
  firstPublishedAt: '2026-11-27T10:00:00.000Z',
  publishedAt: '2026-11-28T10:00:00.000Z',
  updatedAt: '2026-11-28T10:00:00.000Z',
  retractedAt: null,
  cover: null,
  coverCaption: null,
  coverCredit: null,
  listings: [],
  companies: [],
  disclaimers: [],
  quotes: [],
  corrections: [],
  translations: [],
  ...given,
});
