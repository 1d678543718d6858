import { createEntries } from '../../../src/plugins/response-cache/server/src/entries/entries';
import { rememberKeys } from '../../../src/plugins/response-cache/server/src/entries/remembered-keys';

const MOST_BYTES = 1024 * 1024;
const key = (number: number): string => `${String(number).padStart(6, '0')}${'/'.repeat(1_000)}`;

describe('the memory that was given', () => {
  it('is shared out between answers, two kinds of keys and texts of statements', () => {
    const { maxSize, maxEntrySize } = createEntries(MOST_BYTES);
    const keys = rememberKeys(MOST_BYTES).maxSize;
    expect([maxSize, maxEntrySize, keys].map((bytes) => (16 * bytes) / MOST_BYTES)).toEqual([13, 1, 1]);
  });

  it('bounds the keys that are remembered, however many a client makes up', () => {
    const keys = rememberKeys(MOST_BYTES);
    for (let number = 0; number < 10_000; number += 1) keys.set(key(number), true);
    expect(keys.has(key(9_999))).toBe(true);
    expect(keys.size * key(0).length * 2).toBeLessThan(MOST_BYTES / 16);
  });
});
