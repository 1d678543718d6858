import { LRUCache } from 'lru-cache';
import { sizeOfStatements } from '../replay/transcript';
import type { Entry } from './entry';

export type Entries = LRUCache<string, Entry>;

/** Of all memory, the share that one answer may have: a few large ones must not push all others out. */
const LARGEST_SHARE = 1 / 16;
/** Of all memory, the share of the answers. The rest is for keys and statements that are remembered: see `start.ts`. */
const ANSWERS_SHARE = 13 / 16;
/** Objects, header strings and the map's own share of an entry, in bytes: more than was measured at 2,000 entries. */
const OVERHEAD = 2_600;

/**
 * A store of answers.
 *
 * @param maxBytes all of the memory that was given: answers, keys and compressed bytes included, take up to 13/16 of it, and
 *   one answer up to 1/16
 */
export const createEntries = (maxBytes: number): Entries =>
  new LRUCache<string, Entry>({
    maxSize: Math.floor(maxBytes * ANSWERS_SHARE),
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
