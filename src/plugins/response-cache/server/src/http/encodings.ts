import Negotiator from 'negotiator';

/** What negotiator 1 takes, and its types leave out: the server's order between forms that the client likes alike. */
interface Preferring {
  encodings(available: readonly string[], options: { preferred: readonly string[] }): string[];
}

/** Compressed forms that are kept, the smaller first. */
export const ENCODINGS = ['br', 'gzip'] as const;
export type Encoding = (typeof ENCODINGS)[number];

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
  const negotiator: Preferring = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } });
  const [chosen] = negotiator.encodings([...available, 'identity'], { preferred: available });
  return ENCODINGS.find((encoding) => encoding === chosen);
};
