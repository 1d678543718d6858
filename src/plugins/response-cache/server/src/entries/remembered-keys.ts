import { LRUCache } from 'lru-cache';

/** Of all memory, the share of the keys of one kind. */
const SHARE = 1 / 16;
/** Of the map and its lists, in bytes. */
const OVERHEAD = 200;

/** Keys that are remembered after their answers are gone, or because these were not stored. */
export type RememberedKeys = LRUCache<string, true>;

/** @param maxBytes all of the memory that was given, of which these keys take up to 1/16 */
export const rememberKeys = (maxBytes: number): RememberedKeys =>
  new LRUCache<string, true>({
    maxSize: Math.max(1, Math.floor(maxBytes * SHARE)),
    sizeCalculation: (_value, key) => OVERHEAD + 2 * key.length,
  });
