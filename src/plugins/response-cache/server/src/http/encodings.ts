import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

/** negotiator 1 accepts the server's order between encodings that the client prefers equally. Its types leave this out. */
interface Preferring {
  encodings(available: readonly string[], options: { preferred: readonly string[] }): string[];
}

/** The encodings that are stored, the smaller first. */
export const ENCODINGS = ['br', 'gzip'] as const;
export type Encoding = (typeof ENCODINGS)[number];

const negotiate = (acceptEncoding: string, available: readonly Encoding[]): Encoding | undefined => {
  const negotiator: Preferring = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } });
  const [chosen] = negotiator.encodings([...available, 'identity'], { preferred: available });
  return ENCODINGS.find((encoding) => encoding === chosen);
};

/** Browsers send only a few different headers. Parsing one again took a thirtieth of the time of a hit. */
const negotiated = new LRUCache<string, { encoding: Encoding | undefined }>({ max: 100 });
const LONGEST_KEPT = 200;

/**
 * Chooses the encoding to send among the available ones.
 *
 * @param acceptEncoding a request's header. Without it the plain body is sent, as RFC 9110 (12.5.3) allows.
 * @returns undefined for the plain body
 */
export const chooseEncoding = (
  acceptEncoding: string | undefined,
  available: readonly Encoding[],
): Encoding | undefined => {
  if (acceptEncoding === undefined || available.length === 0) return undefined;
  if (acceptEncoding.length > LONGEST_KEPT) return negotiate(acceptEncoding, available);
  const asked = `${available.join()} ${acceptEncoding}`;
  const before = negotiated.get(asked);
  if (before) return before.encoding;
  const encoding = negotiate(acceptEncoding, available);
  negotiated.set(asked, { encoding });
  return encoding;
};
