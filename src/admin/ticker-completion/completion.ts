import type { KeyAfter } from '../text/key-after';

/** Who is asked about a ticker. */
export type CompletionSource = KeyAfter<'completion.from.'>;
export type CompletedField = 'name' | 'exchange' | 'currency' | 'figi';

/** `POST /newsroom/tickers/completion` answers this. */
export interface Completion {
  fields: Partial<Record<CompletedField, string>>;
  /** Why nothing is known. */
  fault: KeyAfter<'completion.fault.'> | null;
}
