import type { FailureCode } from '../providers/market-data/quote';
import type { QuoteProvider } from '../providers/quote-provider';

/** The faults between a provider and its vendor, with the reasons that may be given for each. */
export const FAULTS = {
  /** The connection is closed without an answer. */
  close: ['network'],
  /** No answer comes, and the request is given up. */
  stall: ['timeout'],
  /** The vendor's way to refuse a key, often status 401 or 403. */
  refused: ['refused'],
  /** The vendor's way to say that the quota is used up, often status 429. */
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

/** A provider, and the stand-in for its vendor. */
export interface ProviderUnderTest {
  /** Creates a provider that uses the stand-in. */
  create(): QuoteProvider;
  /** Two or more instruments for which the stand-in has good quotes, such as `XNAS:MSFT`. */
  known: readonly string[];
  /** An instrument of a covered market that the stand-in does not know. */
  unknown: string;
  /** An instrument of a market that the vendor does not cover, if there is one. */
  uncovered?: string;
  /** An instant for which the stand-in has prices, for a provider that can answer as of a past minute. */
  asOf?: Date;
  /** The key of the provider, which must not appear anywhere. */
  secret?: string;
  /** Sets the fault of the stand-in; undefined for none. */
  fail?(fault: StandInFault | undefined): void | Promise<void>;
  /** The faults that the stand-in supports; all of them if absent. */
  faults?: readonly StandInFault[];
  /** How many requests the stand-in has received so far. */
  requests?(): number;
}
