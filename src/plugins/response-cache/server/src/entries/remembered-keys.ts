import { LRUCache } from 'lru-cache';

/** The share of all memory for the keys of one kind. */
const SHARE = 1 / 16;
/** The memory of a key's place in the map and its lists, in bytes. */
const OVERHEAD = 200;

/** Keys that are remembered after their answers are gone, or because their answers were not stored. */
export type RememberedKeys = LRUCache<string, true>;

/** @param maxBytes all of the configured memory. These keys take up to 1/16 of it. */
export const rememberKeys = (maxBytes: number): RememberedKeys =>
  new LRUCache<string, true>({
    maxSize: Math.max(1, Math.floor(maxBytes * SHARE)),
    sizeCalculation: (_value, key) => OVERHEAD + 2 * key.length,
  });
