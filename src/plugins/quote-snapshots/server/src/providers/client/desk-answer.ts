import type { QuoteAnswer } from '../market-data/quote';

/** A quote or a failure, the provider that it is from, and the minute that it is as of (null for now). */
export type DeskAnswer = QuoteAnswer & { provider: string; attribution: string; asOf: Date | null };
