import type { QuoteFigures } from '../newsroom/text/figures';

/** A picture as the upload plugin describes it. */
export interface Picture {
  url: string;
  alternativeText: string | null;
  width: number | null;
  height: number | null;
  /** Smaller copies by name; absent for a picture that is small already. */
  formats?: Record<string, { url: string; width: number } | undefined> | null;
}

/** A quote snapshot of an article. */
export interface Snapshot extends Omit<QuoteFigures, 'price'> {
  instrument: string | null;
  symbol: string;
  mic: string | null;
  exchange: string | null;
  name: string | null;
  price: number | null;
  state: 'pending' | 'captured' | 'unavailable' | 'voided';
  /** What readers should know about the figure, or why there is none. */
  reason: string | null;
  /** The exchange's time of the price. */
  quotedAt: string | null;
  delayMinutes: number | null;
  /** How many minutes after publication the price was taken; null where it was in time. */
  lateMinutes: number | null;
  attribution: string | null;
}

/** A quote of now. */
export interface LiveQuote extends QuoteFigures {
  instrument: string;
  symbol: string;
  mic: string;
  exchange: string | null;
  name: string | null;
  quotedAt: string | null;
}

/** The "Recent Quotes" box: what `GET /api/quote-snapshots/latest` answers. */
export interface QuoteBox {
  data: LiveQuote[];
  meta: { attribution: string; delayMinutes: number };
}

/** What has become of a snapshot's price since publication. */
export interface SincePublication {
  /** The price now; null where it is not known. */
  now: {
    price: number;
    quotedAt: string;
    delayMinutes: number | null;
    attribution: string | null;
  } | null;
  change: number | null;
  changePercent: number | null;
  /** Why there is no comparison; null where there is one. */
  reason: string | null;
}

/** A disclaimer in the words of the publication. */
export interface AppliedDisclaimer {
  text: string;
  /** The locale of the text; null for that of the article. */
  language: string | null;
}

/** An article's own text and pictures. Drafts have neither times nor corrections. */
export interface ArticleContent {
  title: string;
  summary: string | null;
  byline: string | null;
  kind: string | null;
  /** The latest publication. */
  publishedAt: string | null;
  firstPublishedAt: string | null;
  correctedAt: string | null;
  /** What readers are told of changes, newest first; as the API answers it. */
  corrections: unknown;
  /** When it was retracted: readers are shown the notice, which is the first of the corrections. */
  retractedAt: string | null;
  body: unknown;
  cover: Picture | null;
  coverCaption: string | null;
  coverCredit: string | null;
}
