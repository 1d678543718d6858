import { useFetchClient } from '@strapi/admin/strapi-admin';
import { useEffect, useRef, useState } from 'react';
import type { LiveAnswer } from '../api/answers';

/** After this time a quote is asked for again, in milliseconds. Not more often, because providers charge by the symbol. */
const FRESH_FOR_MS = 60_000;
/** The most that the server accepts in one request. */
const MOST_INSTRUMENTS = 200;

export interface LiveQuotes {
  answers: ReadonlyMap<string, LiveAnswer>;
  /** Whether the request to the server failed. */
  failed: boolean;
}

/**
 * Live quotes of these instruments: new ones at once, all of them every minute while the page is visible.
 */
export const useLiveQuotes = (instruments: readonly string[]): LiveQuotes => {
  const { post } = useFetchClient();
  const askedAt = useRef(new Map<string, number>());
  const [answers, setAnswers] = useState<ReadonlyMap<string, LiveAnswer>>(new Map());
  const [failed, setFailed] = useState(false);
  const [minute, setMinute] = useState(0);
  const wanted = [...new Set(instruments)].sort().join(',');

  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') setMinute((count) => count + 1);
    }, FRESH_FOR_MS);
    return () => clearInterval(timer);
  }, []);

  useEffect(() => {
    const now = Date.now();
    const stale = wanted
      .split(',')
      .filter((instrument) => instrument && now - (askedAt.current.get(instrument) ?? 0) >= FRESH_FOR_MS)
      .slice(0, MOST_INSTRUMENTS);
    if (stale.length === 0) return undefined;
    const abort = new AbortController();
    const ask = async () => {
      try {
        const { data } = await post<{ data: Record<string, LiveAnswer> }>(
          '/quote-snapshots/quotes',
          { instruments: stale },
          { signal: abort.signal },
        );
        for (const instrument of stale) askedAt.current.set(instrument, now);
        setAnswers((before) => new Map([...before, ...Object.entries(data.data)]));
        setFailed(false);
      } catch {
        if (!abort.signal.aborted) setFailed(true);
      }
    };
    void ask();
    return () => abort.abort();
  }, [post, wanted, minute]);

  return { answers, failed };
};
