import type { QuoteFigures } from '../newsroom/text/figures';

/** A picture as the upload plugin describes it. */
export interface Picture {
  url: string;
  alternativeText: string | null;
  width: number | null;
  height: number | null;
  /** Smaller copies by name; absent if the picture is small. */
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
  /** The time of the price, by the exchange. */
  quotedAt: string | null;
  delayMinutes: number | null;
  /** How many minutes after publication the price was captured; null if it was captured in time. */
  lateMinutes: number | null;
  attribution: string | null;
}

/** A live quote. */
export interface LiveQuote extends QuoteFigures {
  instrument: string;
  symbol: string;
  mic: string;
  exchange: string | null;
  name: string | null;
  quotedAt: string | null;
}

/** The "Recent Quotes" box: the answer of `GET /api/quote-snapshots/latest`. */
export interface QuoteBox {
  data: LiveQuote[];
  meta: { attribution: string; delayMinutes: number };
}

/** How a snapshot's price compares with the live price. */
export interface SincePublication {
  /** The live price; null if it is not known. */
  now: {
    price: number;
    quotedAt: string;
    delayMinutes: number | null;
    attribution: string | null;
  } | null;
  change: number | null;
  changePercent: number | null;
  /** Why there is no comparison; null if there is one. */
  reason: string | null;
}

/** A disclaimer in the wording of the publication. */
export interface AppliedDisclaimer {
  text: string;
  /** The locale of the text; null if it is that of the article. */
  language: string | null;
}

/** An article's own text and pictures. Drafts have no times and no corrections. */
export interface ArticleContent {
  title: string;
  summary: string | null;
  byline: string | null;
  kind: string | null;
  /** The time of the latest publication. */
  publishedAt: string | null;
  firstPublishedAt: string | null;
  correctedAt: string | null;
  /** The corrections that readers see, newest first, as the API answers them. */
  corrections: unknown;
  /** When it was retracted. Readers then see the notice, which is the first of the corrections. */
  retractedAt: string | null;
  body: unknown;
  cover: Picture | null;
  coverCaption: string | null;
  coverCredit: string | null;
}
