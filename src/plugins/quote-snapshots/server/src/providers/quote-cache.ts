import type { Outcome } from './quote-desk';

export interface CacheOptions {
  ttlMs: number;
  /** Failures are kept for less: the provider may be back. */
  failureTtlMs: number;
  maxEntries: number;
  now: () => number;
}

/** What providers said in the last seconds, bounded in size: the entry that was written longest ago goes first. */
export const createQuoteCache = ({ ttlMs, failureTtlMs, maxEntries, now }: CacheOptions) => {
  const entries = new Map<string, { outcome: Outcome; until: number }>();
  return {
    get(instrument: string): Outcome | undefined {
      const entry = entries.get(instrument);
      if (!entry || entry.until <= now()) return undefined;
      return entry.outcome;
    },
    set(instrument: string, outcome: Outcome): void {
      entries.delete(instrument);
      entries.set(instrument, { outcome, until: now() + ('quote' in outcome ? ttlMs : failureTtlMs) });
      const [oldest] = entries.keys();
      if (entries.size > maxEntries && oldest !== undefined) entries.delete(oldest);
    },
  };
};
