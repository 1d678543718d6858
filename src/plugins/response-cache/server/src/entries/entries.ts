import { LRUCache } from 'lru-cache';
import { sizeOfStatements } from '../replay/transcript';
import type { Entry } from './entry';

export type Entries = LRUCache<string, Entry>;

/** The share of all memory that one answer may take, so that a few large ones do not push out all the others. */
const LARGEST_SHARE = 1 / 16;
/** The share of all memory for answers. The rest is for remembered keys and statements: see `start.ts`. */
const ANSWERS_SHARE = 13 / 16;
/**
 * The memory of an entry's objects, header strings and its place in the map, in bytes. This is more than was measured with 2,000
 * entries.
 */
const OVERHEAD = 2_600;

/**
 * A store of answers.
 *
 * @param maxBytes all of the configured memory. Answers, with their keys and compressed bytes, take up to 13/16 of it, and one
 *   answer up to 1/16.
 */
export const createEntries = (maxBytes: number): Entries =>
  new LRUCache<string, Entry>({
    maxSize: Math.floor(maxBytes * ANSWERS_SHARE),
    maxEntrySize: Math.max(1, Math.floor(maxBytes * LARGEST_SHARE)),
    sizeCalculation: ({ size }) => size,
  });

/** The memory that an answer takes, in bytes. */
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
