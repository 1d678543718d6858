import type { DeskAnswer } from './quote-desk';
import type { Priority } from '../quotas/quota';

export interface CacheOptions {
  ttlMs: number;
  /** Failures are kept for less: the provider may be back. */
  failureTtlMs: number;
  /** How old what a visitor is shown may be: their visits come by the thousand, and each quote has its own time. */
  visitorTtlMs: number;
  maxEntries: number;
  now: () => number;
}

/** What providers said in the last seconds, bounded in size: the entry that was written longest ago goes first. */
export const createQuoteCache = ({ ttlMs, failureTtlMs, visitorTtlMs, maxEntries, now }: CacheOptions) => {
  const entries = new Map<string, { outcome: DeskAnswer; at: number }>();
  return {
    get(instrument: string, priority: Priority): DeskAnswer | undefined {
      const entry = entries.get(instrument);
      if (!entry) return undefined;
      const ownTtl = 'quote' in entry.outcome ? ttlMs : failureTtlMs;
      const ttl = priority === 'visitor' ? visitorTtlMs : ownTtl;
      return now() - entry.at < ttl ? entry.outcome : undefined;
    },
    set(instrument: string, outcome: DeskAnswer): void {
      entries.delete(instrument);
      entries.set(instrument, { outcome, at: now() });
      const [oldest] = entries.keys();
      if (entries.size > maxEntries && oldest !== undefined) entries.delete(oldest);
    },
  };
};
