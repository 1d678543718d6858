import type { Instrument } from '../instruments/instrument';
import type { QuoteAnswer } from './market-data/quote';
import type { ProviderLimits } from './quotas/plan-limits';

export interface QuoteRequest {
  instruments: readonly Instrument[];
  /** The moment to answer for; now where it is absent. Only given where `answersAsOf` is true. */
  asOf?: Date;
  signal: AbortSignal;
  /**
   * Counts an HTTP request for these instruments against the plan's quota. Absent where no quota is kept. The quota was
   * charged once for the whole of `instruments` before `getQuotes` was called, and that is used up first: a provider
   * that sends one request need not call this.
   *
   * @returns false where the quota is used up: the request must not be sent, and these instruments fail with `quota`
   */
  chargeQuota?: (instruments: readonly Instrument[]) => Promise<boolean>;
}

export interface QuoteProvider {
  name: string;
  /** The credit line that must be shown with its quotes. */
  attribution: string;
  /** `internal`: the vendor's licence forbids showing quotes to the public. */
  licence: 'display' | 'internal';
  /** The delay that the vendor states, in minutes. */
  delayMinutes: number;
  /** How many instruments `getQuotes` may be asked for at once. */
  maxBatch: number;
  /** The limits of the key's plan: of the vendor's free plan, unless the options say otherwise. */
  limits: ProviderLimits;
  /** Whether it can answer as of a past minute. */
  answersAsOf: boolean;
  /** The markets (MICs) for which it can, where it cannot for all that it covers. */
  asOfMarkets?: readonly string[];
  /** How many instruments `getQuotes` may be asked for as of a past minute, where that is not `maxBatch`. */
  maxBatchAsOf?: number;
  /**
   * A quote or a failure for each instrument, by `XNAS:MSFT`. What the vendor does wrong is a failure, never a rejected
   * promise.
   */
  getQuotes(request: QuoteRequest): Promise<Map<string, QuoteAnswer>>;
}

export interface ProviderOptions {
  apiKey?: string;
  baseUrl?: string;
  /** Path of the quotes file, from `appRoot`; for the provider `file`. */
  file?: string;
  /** The caps of the key's plan, where it is not the vendor's free plan; 0 for no cap. */
  perMinute?: number;
  perDay?: number;
  /** What the contract with the vendor allows, where it differs from the vendor's ordinary plans. */
  licence?: 'display' | 'internal';
  /** Options of a provider's own. */
  options?: Readonly<Record<string, unknown>>;
  /** Absolute path of the app, whose packages a provider may need; the process's folder where absent. */
  appRoot?: string;
  now?: () => Date;
}

/** What a provider module exports, as Strapi's upload and email providers do. */
export interface ProviderModule {
  /** @throws Error that names the missing or wrong option, never with a key in it */
  init(options: ProviderOptions): QuoteProvider;
}
