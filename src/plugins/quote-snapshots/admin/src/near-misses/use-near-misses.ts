import { useFetchClient } from '@strapi/admin/strapi-admin';
import { useEffect, useRef, useState } from 'react';
import type { NearMiss } from '../api/answers';

/** The most instruments that the server accepts in one request. */
const MOST_INSTRUMENTS = 20;

/**
 * The listings that may be meant instead of those that the provider does not know. Each is requested once while the page is open,
 * because the server may have to use the provider's quota.
 */
export const useNearMisses = (instruments: readonly string[]): ReadonlyMap<string, readonly NearMiss[]> => {
  const { post } = useFetchClient();
  const asked = useRef(new Set<string>());
  const [found, setFound] = useState<ReadonlyMap<string, readonly NearMiss[]>>(new Map());
  const wanted = [...new Set(instruments)].sort().join(',');

  useEffect(() => {
    const fresh = wanted
      .split(',')
      .filter((instrument) => instrument && !asked.current.has(instrument))
      .slice(0, MOST_INSTRUMENTS);
    if (fresh.length === 0) return;
    for (const instrument of fresh) asked.current.add(instrument);
    const ask = async () => {
      try {
        const { data } = await post<{ data: Record<string, NearMiss[]> }>('/quote-snapshots/near-misses', {
          instruments: fresh,
        });
        setFound((before) => new Map([...before, ...Object.entries(data.data)]));
      } catch {
        // A suggestion is only a help. It is requested again after the next change.
        for (const instrument of fresh) asked.current.delete(instrument);
      }
    };
    void ask();
  }, [post, wanted]);

  return found;
};
