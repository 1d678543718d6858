import { useFetchClient } from '@strapi/admin/strapi-admin';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { LiveAnswer } from '../api/answers';

/** The age at which a quote is requested again, in milliseconds. It is not less, because providers charge for each symbol. */
const FRESH_FOR_MS = 60_000;
/** The most instruments that the server accepts in one request. */
const MOST_INSTRUMENTS = 200;

export interface LiveQuotes {
  answers: ReadonlyMap<string, LiveAnswer>;
  /** When they are requested again, in epoch milliseconds. */
  nextAt: number;
  isAsking: boolean;
  askNow(): void;
}

/**
 * Live quotes of these instruments. New ones are requested at once, and all of them every minute while the page is visible.
 */
export const useLiveQuotes = (instruments: readonly string[]): LiveQuotes => {
  const { post } = useFetchClient();
  const askedAt = useRef(new Map<string, number>());
  const [answers, setAnswers] = useState<ReadonlyMap<string, LiveAnswer>>(new Map());
  const [isAsking, setAsking] = useState(false);
  const [turn, setTurn] = useState({ count: 0, at: Date.now() });
  const wanted = [...new Set(instruments)].sort().join(',');

  const next = useCallback(() => setTurn(({ count }) => ({ count: count + 1, at: Date.now() })), []);
  const askNow = useCallback(() => {
    askedAt.current.clear();
    next();
  }, [next]);

  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') next();
    }, FRESH_FOR_MS);
    return () => clearInterval(timer);
  }, [next, turn.count]);

  useEffect(() => {
    const now = Date.now();
    const stale = wanted
      .split(',')
      .filter((instrument) => instrument && now - (askedAt.current.get(instrument) ?? 0) >= FRESH_FOR_MS)
      .slice(0, MOST_INSTRUMENTS);
    if (stale.length === 0) return undefined;
    const abort = new AbortController();
    const ask = async () => {
      setAsking(true);
      try {
        const { data } = await post<{ data: Record<string, LiveAnswer> }>(
          '/quote-snapshots/quotes',
          { instruments: stale },
          { signal: abort.signal },
        );
        for (const instrument of stale) askedAt.current.set(instrument, now);
        setAnswers((before) => new Map([...before, ...Object.entries(data.data)]));
      } catch {
        // On failure the old figures stay, and the next round tries again.
      } finally {
        if (!abort.signal.aborted) setAsking(false);
      }
    };
    void ask();
    return () => abort.abort();
  }, [post, wanted, turn.count]);

  return { answers, nextAt: turn.at + FRESH_FOR_MS, isAsking, askNow };
};
