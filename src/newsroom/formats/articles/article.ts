import type { Correction } from '../../text/corrections';

export type ArticleKind = 'news' | 'analysis' | 'opinion' | 'press-release';

/** A file of the media library, as readers get it. */
export interface Picture {
  url: string;
  width: number | null;
  height: number | null;
  mime: string;
  alternativeText: string | null;
}

export interface Listing {
  symbol: string;
  /** ISO 10383. */
  mic: string;
  /** The exchange as the newsroom prints it. */
  exchange: string | null;
  name: string | null;
  isin: string | null;
  /** The documentId of the company whose share it is. */
  company: string | null;
}

export interface Company {
  documentId: string;
  name: string;
  slug: string | null;
  legalName: string | null;
  lei: string | null;
  website: string | null;
  logo: Picture | null;
}

/** A captured quote: the price at publication. */
export interface CapturedQuote {
  instrument: string;
  symbol: string;
  mic: string;
  exchange: string | null;
  name: string | null;
  price: number;
  change: number | null;
  changePercent: number | null;
  priceDecimals: number | null;
  currency: string | null;
  /** The time of the price by the exchange, ISO 8601. */
  quotedAt: string;
  attribution: string | null;
  /** How many minutes after publication it was captured; null if it was captured in time. */
  lateMinutes: number | null;
}

/** A published version of the article in another locale. */
export interface Translation {
  locale: string;
  slug: string;
}

/** A published article for the formats. It has only what the reader may see, and nothing of a draft. */
export interface PublishedArticle {
  documentId: string;
  locale: string;
  slug: string;
  title: string;
  summary: string | null;
  kind: ArticleKind;
  byline: string | null;
  /** ISO 8601: the first publication, and the latest. */
  firstPublishedAt: string;
  publishedAt: string;
  /** ISO 8601: the latest publication, correction or retraction, whichever is last. */
  updatedAt: string;
  /** ISO 8601; null for an article that is not retracted. A retracted article has no text, and its first correction is the notice. */
  retractedAt: string | null;
  cover: Picture | null;
  coverCaption: string | null;
  coverCredit: string | null;
  listings: Listing[];
  companies: Company[];
  disclaimers: string[];
  quotes: CapturedQuote[];
  /** The corrections that readers see, newest first. */
  corrections: Correction[];
  translations: Translation[];
}

/** A published article with its text, in Strapi's blocks. */
export interface ArticleWithBody extends PublishedArticle {
  body: unknown;
}

/** A listing as `XNAS:MSFT`. */
export const instrumentOf = ({ mic, symbol }: Pick<Listing, 'mic' | 'symbol'>): string => `${mic}:${symbol}`;
