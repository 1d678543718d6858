import type { Instrument } from '../../instruments/instrument';
import type { QuoteAnswer } from '../market-data/quote';
import type { ProviderLimits } from '../quotas/plan-limits';

export interface QuoteRequest {
  instruments: readonly Instrument[];
  /** The moment to answer for; now where it is absent. Only where `answersAsOf`. */
  asOf?: Date;
  signal: AbortSignal;
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
  getQuotes(request: QuoteRequest): Promise<Map<string, QuoteAnswer>>;
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
