import type { Encoding } from '../http/encodings';
import type { RecordedStatement } from '../replay/transcript';

/** A cached answer. */
export interface Entry {
  /** The bytes of Strapi's answer. */
  body: Buffer;
  /** The same, compressed: the forms that were asked for. */
  encoded: Partial<Record<Encoding, Buffer>>;
  /** Compressed forms that it may have, and that no hit has asked for. */
  notAskedFor: readonly Encoding[];
  /** Strapi's headers, without those of one request, and ours. */
  headers: readonly (readonly [name: string, value: string])[];
  /** A strong validator of the bytes, without quotes; undefined for an answer to a POST. */
  tag: string | undefined;
  /** When it last changed, where its handler says so. */
  lastModified: string | undefined;
  /** Tables that it was read from. */
  tables: readonly string[];
  /** The statements that it was read from; undefined where they were not noted, or cannot be run again to see whether it holds. */
  statements: readonly RecordedStatement[] | undefined;
  /** Up to which generation of the ledger it is known to hold. */
  generation: number;
  /** Epoch milliseconds after which time decides otherwise; Infinity where it never does. */
  validUntil: number;
  /** The route that Strapi matched: what each hit has to pass may look at it. */
  route: unknown;
  /** Whether it is an API token's. */
  byToken: boolean;
  /** In bytes, with its key. */
  size: number;
}
