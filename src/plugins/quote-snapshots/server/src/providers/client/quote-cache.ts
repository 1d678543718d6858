import type { Priority } from '../quotas/quota';
import type { DeskAnswer } from './desk-answer';

/** Answers of the last seconds. */
export interface QuoteCache {
  readonly ttlMs: number;
  /** Failures are cached for a shorter time, because the provider may be back. */
  readonly failureTtlMs: number;
  /** How old an answer for a visitor may be. There may be thousands of visits, and each quote shows its own time. */
  readonly visitorTtlMs: number;
  readonly maxEntries: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly entries: Map<string, { answer: DeskAnswer; at: number }>;
}

/** The cached answer; undefined if there is none that is fresh enough for this priority. */
export const cachedAnswer = (cache: QuoteCache, key: string, priority: Priority): DeskAnswer | undefined => {
  const entry = cache.entries.get(key);
  if (!entry) return undefined;
  const ownTtl = 'quote' in entry.answer ? cache.ttlMs : cache.failureTtlMs;
  const ttl = priority === 'visitor' ? cache.visitorTtlMs : ownTtl;
  return cache.now() - entry.at < ttl ? entry.answer : undefined;
};

/** Caches an answer. If the cache is full, the oldest entry is dropped. */
export const cacheAnswer = (cache: QuoteCache, key: string, answer: DeskAnswer): void => {
  cache.entries.delete(key);
  cache.entries.set(key, { answer, at: cache.now() });
  const [oldest] = cache.entries.keys();
  if (cache.entries.size > cache.maxEntries && oldest !== undefined) cache.entries.delete(oldest);
};
