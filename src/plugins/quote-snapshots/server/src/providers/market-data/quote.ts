import type { Instrument } from '../../instruments/instrument';

export const MARKET_STATES = ['pre', 'regular', 'post', 'closed', 'unknown'] as const;
export type MarketState = (typeof MARKET_STATES)[number];

/** A quote of an instrument. Prices are in the currency, never in pence or other minor units. */
export interface Quote {
  instrument: Instrument;
  name: string | null;
  /** The exchange as the provider prints it. */
  exchange: string | null;
  price: number;
  previousClose: number | null;
  change: number | null;
  /** Percent, as in 1.23 = 1.23 %. */
  changePercent: number | null;
  /** How many decimals the source quoted, in the major unit. */
  priceDecimals: number;
  /** ISO 4217. */
  currency: string;
  /** The minor unit that the market quotes in: `GBX`, `ZAC`, `ILA`, `KWF`; null where it quotes in the currency. */
  quoteUnit: string | null;
  marketState: MarketState;
  /** The exchange's time of the price. */
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
  /** The answer as a whole cannot be used: not JSON, too large, an error text. */
  'bad-answer',
  /** The answer for one instrument lacks its time or its currency, or cannot be read. */
  'incomplete-quote',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

export interface QuoteFailure {
  code: FailureCode;
  /**
   * For an operator, in logs and health checks: what happened and what to do. Holds no key and none of the vendor's own
   * text. Editors and readers are told by the code, in their language.
   */
  message: string;
  /** Whether asking again later may help. */
  retryable: boolean;
  retryAfterMs?: number;
}

export type QuoteAnswer = { quote: Quote } | { failure: QuoteFailure };
