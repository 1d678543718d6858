import type { Instrument } from '../../instruments/instrument';

export const MARKET_STATES = ['pre', 'regular', 'post', 'closed', 'unknown'] as const;
export type MarketState = (typeof MARKET_STATES)[number];

/** What a provider says of an instrument at a moment, in the major unit of the currency. */
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
  /** The unit that the market quotes in where it is not the currency: `GBX`, `ZAC`, `ILA`. */
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
  /** What is said of one instrument lacks its time, its currency or its sense. */
  'incomplete-quote',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

export interface QuoteFailure {
  code: FailureCode;
  /** For an editor: what happened and what to do. Holds no key and none of the vendor's own text. */
  message: string;
  /** Whether asking again later may help. */
  retryable: boolean;
  retryAfterMs?: number;
}

export type QuoteAnswer = { quote: Quote } | { failure: QuoteFailure };
