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

export type QuoteOutcome = { quote: Quote } | { failure: QuoteFailure };

export interface QuoteRequest {
  instruments: readonly Instrument[];
  /** The moment to answer for; now where it is absent. Only where `answersAsOf`. */
  asOf?: Date;
  signal: AbortSignal;
}

/** How often a vendor lets itself be asked; a cap that is absent is not stated. */
export interface ProviderLimits {
  perMinute?: number;
  perDay?: number;
  /** What the vendor counts: requests, or each instrument of a batch. */
  counts: 'request' | 'instrument';
}

export interface QuoteProvider {
  name: string;
  /** The credit line that must be shown with its quotes. */
  attribution: string;
  /** `internal`: its licence forbids showing quotes to the public. */
  licence: 'display' | 'internal';
  /** The delay that the provider states, in minutes. */
  delayMinutes: number;
  /** How many instruments one request may ask for. */
  maxBatch: number;
  /** Of the plan that the key is for: the vendor's free one, unless the options say otherwise. */
  limits: ProviderLimits;
  /** Whether it can answer as of a past minute. */
  answersAsOf: boolean;
  /** The markets (MICs) for whose listings it can, where it cannot for all that it covers. */
  asOfMarkets?: readonly string[];
  /** How many instruments one request as of a past minute may ask for, where that is not `maxBatch`. */
  maxBatchAsOf?: number;
  /**
   * Quotes for these instruments: a quote or a reason for each, by `XNAS:MSFT`. A vendor's fault is a reason, not a
   * rejection.
   */
  getQuotes(request: QuoteRequest): Promise<Map<string, QuoteOutcome>>;
}

export interface ProviderOptions {
  apiKey?: string;
  baseUrl?: string;
  /** Absolute path of the quotes file, for `file`. */
  file?: string;
  /** The plan's caps, where they are not those of the vendor's free plan; 0 for none. */
  perMinute?: number;
  perDay?: number;
  /** What the contract with the vendor allows, where it is not what the vendor's ordinary plans do. */
  licence?: 'display' | 'internal';
  /** What else a provider of one's own wants to be told. */
  options?: Readonly<Record<string, unknown>>;
  /** Absolute path of the app, whose packages a provider may need; the process's folder where absent. */
  appRoot?: string;
  now?: () => Date;
}

/** What a provider module exports, as Strapi's upload and email providers do. */
export interface ProviderModule {
  init(options: ProviderOptions): QuoteProvider;
}
