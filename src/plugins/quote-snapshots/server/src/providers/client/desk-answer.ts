import type { QuoteAnswer } from '../market-data/quote';

/** A quote or a failure, with its provider, and the minute for which it was requested (null for now). */
export type DeskAnswer = QuoteAnswer & { provider: string; attribution: string; asOf: Date | null };
