import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

/** What negotiator 1 takes, and its types leave out: the server's order between forms that the client likes alike. */
interface Preferring {
  encodings(available: readonly string[], options: { preferred: readonly string[] }): string[];
}

/** Compressed forms that are kept, the smaller first. */
export const ENCODINGS = ['br', 'gzip'] as const;
export type Encoding = (typeof ENCODINGS)[number];

const negotiate = (acceptEncoding: string, available: readonly Encoding[]): Encoding | undefined => {
  const negotiator: Preferring = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } });
  const [chosen] = negotiator.encodings([...available, 'identity'], { preferred: available });
  return ENCODINGS.find((encoding) => encoding === chosen);
};

/** Browsers send a handful of different headers: to parse one again at each hit took a thirtieth of the hit's time. */
const negotiated = new LRUCache<string, { encoding: Encoding | undefined }>({ max: 100 });
const LONGEST_KEPT = 200;

/**
 * The form to send, of those that are there.
 *
 * @param acceptEncoding a request's header; without one the plain form is sent, as RFC 9110 (12.5.3) allows
 * @returns undefined for the plain form
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
