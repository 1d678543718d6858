import type { KeyAfter } from '../text/key-after';

/** The service that is asked about a ticker. */
export type CompletionSource = KeyAfter<'completion.from.'>;
export type CompletedField = 'name' | 'exchange' | 'currency' | 'figi';

/** The answer of `POST /newsroom/tickers/completion`. */
export interface Completion {
  fields: Partial<Record<CompletedField, string>>;
  /** Why there is no answer. */
  fault: KeyAfter<'completion.fault.'> | null;
}
