import type { Instrument } from '../../instruments/instrument';

export const MARKET_STATES = ['pre', 'regular', 'post', 'closed', 'unknown'] as const;
export type MarketState = (typeof MARKET_STATES)[number];

/** A quote of an instrument. Prices are in the currency, never in pence or another minor unit. */
export interface Quote {
  instrument: Instrument;
  name: string | null;
  /** The exchange in the provider's words. */
  exchange: string | null;
  price: number;
  previousClose: number | null;
  change: number | null;
  /** Percent (1.23 is 1.23 %). */
  changePercent: number | null;
  /** The number of decimals in the source's price, in the major unit. */
  priceDecimals: number;
  /** ISO 4217. */
  currency: string;
  /** The minor unit in which the market quotes: `GBX`, `ZAC`, `ILA`, `KWF`; null if it quotes in the currency. */
  quoteUnit: string | null;
  marketState: MarketState;
  /** The time of the price, by the exchange. */
  quotedAt: Date;
  delayMinutes: number | null;
}

export const FAILURE_CODES = [
  'unknown-instrument',
  'no-price',
  'invalid-price',
  'stale',
  'wrong-listing',
  'refused',
  'quota',
  'timeout',
  'network',
  /** The whole answer cannot be used: it is not JSON, too large, or an error text. */
  'bad-answer',
  /** The answer for one instrument lacks its time or its currency, or cannot be read. */
  'incomplete-quote',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

export interface QuoteFailure {
  code: FailureCode;
  /**
   * What happened and what to do, for an operator, in logs and health checks. It contains no key and none of the vendor's own text.
   * Editors and readers see a text for the code in their language.
   */
  message: string;
  /** Whether a later request may succeed. */
  retryable: boolean;
  retryAfterMs?: number;
}

export type QuoteAnswer = { quote: Quote } | { failure: QuoteFailure };
