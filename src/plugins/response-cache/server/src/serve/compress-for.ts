import type { IncomingMessage } from 'node:http';
import type { Cache } from '../cache';
import { sizeOf } from '../entries/entries';
import type { Entry } from '../entries/entry';
import { compress } from '../http/compress';
import { chooseEncoding, ENCODINGS } from '../http/encodings';

/**
 * Makes the compressed form that a client prefers, for the hits after this one. It is made only when an answer is requested a
 * second time. Many answers never are, and compressing them would make every miss more expensive.
 */
export const compressFor = (cache: Cache, key: string, entry: Entry, { headers }: IncomingMessage): void => {
  if (entry.notAskedFor.length === 0) return;
  const encoding = chooseEncoding(headers['accept-encoding'], ENCODINGS);
  if (!encoding || !entry.notAskedFor.includes(encoding)) return;
  entry.notAskedFor = entry.notAskedFor.filter((other) => other !== encoding);
  compress(entry.body, encoding)
    .then((bytes) => {
      // `peek`: compressing an entry does not count as a use of it.
      if (cache.entries.peek(key) !== entry) return;
      const encoded = { ...entry.encoded, [encoding]: bytes };
      const size = sizeOf(key, { ...entry, encoded });
      // The plain form alone is better than no entry.
      if (size > cache.entries.maxEntrySize) return;
      // Stored again, because the memory of the compressed forms counts too.
      Object.assign(entry, { encoded, size });
      cache.entries.delete(key);
      cache.entries.set(key, entry);
    })
    // If compression fails, the plain form is sent.
    .catch((error: unknown) => cache.strapi.log.warn(`response-cache: compression failed: ${String(error)}`));
};
