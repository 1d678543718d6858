import type { Encoding } from '../http/encodings';
import type { RecordedStatement } from '../replay/transcript';

/** A cached answer. */
export interface Entry {
  /** The bytes of Strapi's answer. */
  body: Buffer;
  /** The same body compressed, in the encodings that were requested. */
  encoded: Partial<Record<Encoding, Buffer>>;
  /** Compressed encodings that are possible and that no hit has requested. */
  notAskedFor: readonly Encoding[];
  /** Strapi's headers without those that belong to one request, and the headers of the cache. */
  headers: readonly (readonly [name: string, value: string])[];
  /** A strong validator of the bytes, without quotes; undefined for an answer to a POST. */
  tag: string | undefined;
  /** When it last changed, if its handler says so. */
  lastModified: string | undefined;
  /** Tables that the answer was read from. */
  tables: readonly string[];
  /** The statements that the answer was read from; undefined if they were not noted, or cannot be run again to check it. */
  statements: readonly RecordedStatement[] | undefined;
  /** The generation of the ledger up to which the answer is known to be valid. */
  generation: number;
  /** Epoch milliseconds until which the answer is valid; Infinity if it does not depend on time. */
  validUntil: number;
  /** The route that Strapi matched. The middlewares that each hit must pass may look at it. */
  route: unknown;
  /** Whether the answer is for an API token. */
  byToken: boolean;
  /** In bytes, including its key. */
  size: number;
}
