import type { FailureCode } from '../providers/market-data/quote';
import type { QuoteProvider } from '../providers/quote-provider';

/** What goes wrong between a provider and its vendor, and the reasons that may be given for it. */
export const FAULTS = {
  /** The connection is closed without an answer. */
  close: ['network'],
  /** An answer never comes; the request is given up. */
  stall: ['timeout'],
  /** The vendor's way to refuse a key, often status 401 or 403. */
  refused: ['refused'],
  /** The vendor's way to say that too much was asked for, often status 429. */
  quota: ['quota'],
  /** Status 500. */
  'server-error': ['network'],
  /** A page of HTML with status 200. */
  html: ['bad-answer'],
  /** JSON that stops in the middle. */
  truncated: ['bad-answer'],
  /** JSON of another shape: `{"unexpected":true}`. */
  unexpected: ['bad-answer', 'refused', 'unknown-instrument'],
  /** More than 5 MB. */
  huge: ['bad-answer'],
  /** A redirect to another host. */
  redirect: ['bad-answer'],
} as const satisfies Record<string, readonly FailureCode[]>;

export type StandInFault = keyof typeof FAULTS;

/** A provider, and a stand-in for its vendor that it talks to. */
export interface ProviderUnderTest {
  /** A new provider, pointed at the stand-in. */
  create(): QuoteProvider;
  /** Instruments that the stand-in has good quotes for, as `XNAS:MSFT`: two or more. */
  known: readonly string[];
  /** An instrument of a market that is covered, which the stand-in does not know. */
  unknown: string;
  /** An instrument of a market that the vendor cannot be asked for, where there is one. */
  uncovered?: string;
  /** A moment that the stand-in has prices of, for a provider that answers as of a past minute. */
  asOf?: Date;
  /** The key that the provider was made with: it must not turn up anywhere. */
  secret?: string;
  /** What is wrong with the stand-in from now on; undefined for nothing. */
  fail?(fault: StandInFault | undefined): void | Promise<void>;
  /** The faults that the stand-in can have; all of them where absent. */
  faults?: readonly StandInFault[];
  /** How many requests the stand-in has had so far. */
  requests?(): number;
}
