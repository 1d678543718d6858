import { LRUCache } from 'lru-cache';
import { sizeOfStatements } from '../replay/transcript';
import type { Entry } from './entry';

export type Entries = LRUCache<string, Entry>;

/** Of all memory, the share that one answer may have: a few large ones must not push all others out. */
const LARGEST_SHARE = 1 / 16;
/** Objects, header strings and the map's own share of an entry, in bytes; measured at 2,000 entries. */
const OVERHEAD = 2_000;

/** A store of answers. @param maxBytes of all of them together, keys and compressed bytes included */
export const createEntries = (maxBytes: number): Entries =>
  new LRUCache<string, Entry>({
    maxSize: maxBytes,
    maxEntrySize: Math.max(1, Math.floor(maxBytes * LARGEST_SHARE)),
    sizeCalculation: ({ size }) => size,
  });

/** What an answer takes, in bytes. */
export const sizeOf = (
  key: string,
  { body, encoded, headers, statements }: Pick<Entry, 'body' | 'encoded' | 'headers' | 'statements'>,
): number =>
  OVERHEAD +
  2 * key.length +
  body.length +
  Object.values(encoded).reduce((sum, bytes) => sum + bytes.length, 0) +
  headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0) +
  sizeOfStatements(statements);
