import type { Instrument } from '../instruments/instrument';
import type { QuoteAnswer } from './market-data/quote';
import type { ProviderLimits } from './quotas/plan-limits';

export interface QuoteRequest {
  instruments: readonly Instrument[];
  /** The instant of the quotes; now if absent. It is only given if `answersAsOf` is true. */
  asOf?: Date;
  signal: AbortSignal;
  /**
   * Counts an HTTP request for these instruments against the plan's quota. Absent if no quota is kept. The quota was charged once
   * for all `instruments` before `getQuotes` was called, and that charge is used up first. So a provider that sends one request
   * need not call this.
   *
   * @returns false if the quota is used up; then the request must not be sent, and these instruments fail with `quota`
   */
  chargeQuota?: (instruments: readonly Instrument[]) => Promise<boolean>;
}

export interface QuoteProvider {
  name: string;
  /** The credit line that must be shown with its quotes. */
  attribution: string;
  /** `internal` if the vendor's licence forbids showing quotes to the public. */
  licence: 'display' | 'internal';
  /** The delay that the vendor states, in minutes. */
  delayMinutes: number;
  /** How many instruments one call of `getQuotes` may have. */
  maxBatch: number;
  /** The limits of the key's plan: those of the vendor's free plan, unless the options say otherwise. */
  limits: ProviderLimits;
  /** Whether it can answer as of a past minute. */
  answersAsOf: boolean;
  /** The markets (MICs) for which it can, if not for all that it covers. */
  asOfMarkets?: readonly string[];
  /** How many instruments one call of `getQuotes` may have as of a past minute, if this is not `maxBatch`. */
  maxBatchAsOf?: number;
  /**
   * A quote or a failure for each instrument, by `XNAS:MSFT`. A vendor's fault becomes a failure, never a rejected promise.
   */
  getQuotes(request: QuoteRequest): Promise<Map<string, QuoteAnswer>>;
}

export interface ProviderOptions {
  apiKey?: string;
  baseUrl?: string;
  /** Path of the quotes file, from `appRoot`; for the provider `file`. */
  file?: string;
  /** The limits of the key's plan, if it is not the vendor's free plan; 0 for no limit. */
  perMinute?: number;
  perDay?: number;
  /** What the contract with the vendor allows, if it differs from the vendor's ordinary plans. */
  licence?: 'display' | 'internal';
  /** The provider's own options. */
  options?: Readonly<Record<string, unknown>>;
  /** Absolute path of the app, for packages that a provider needs; the process's folder if absent. */
  appRoot?: string;
  now?: () => Date;
}

/** The exports of a provider module, like those of Strapi's upload and email providers. */
export interface ProviderModule {
  /** @throws Error that names the missing or wrong option; the message never contains a key */
  init(options: ProviderOptions): QuoteProvider;
}
