import { sameSignature, signatureOf } from './derived-signature';

/** The cookie that says who uses the browser in which a preview is opened. */
export const READER_COOKIE = 'quotemark-preview';

/** As long as the link that comes with it is valid. */
export const READER_VALID_FOR_MS = 60 * 60_000;

const PURPOSE = 'quotemark preview readers';

/** The cookie's value for a person of the admin. @param now milliseconds since 1970 */
export const signReader = (secret: string, personId: number, now: number): string => {
  const expires = now + READER_VALID_FOR_MS;
  return `${personId}.${expires}.${signatureOf(secret, PURPOSE, [personId, expires])}`;
};

/** The id of the person in the cookie. @returns undefined if the cookie is missing, forged, changed or expired */
export const readReader = (secret: string, cookie: string | undefined, now: number): number | undefined => {
  const [, id, expires, given = ''] = /^(\d{1,15})\.(\d{1,15})\.([\w-]+)$/.exec(cookie ?? '') ?? [];
  const [personId, until] = [Number(id), Number(expires)];
  if (!sameSignature(given, signatureOf(secret, PURPOSE, [personId, until]))) return undefined;
  return until > now ? personId : undefined;
};
