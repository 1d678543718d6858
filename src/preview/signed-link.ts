import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** Which article, as which reader would see it. */
export interface PreviewTarget {
  documentId: string;
  locale: string;
  status: 'draft' | 'published';
}

/** Long enough to read an article; a link that is passed on expires soon. */
const VALID_FOR_MS = 60 * 60_000;

/** A derived key (HKDF, RFC 5869), so that a link reveals nothing about the secret. */
const keyFrom = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'quotemark preview links', 32));

const signature = (secret: string, { documentId, locale, status }: PreviewTarget, expires: number): string =>
  createHmac('sha256', keyFrom(secret))
    .update(JSON.stringify([documentId, locale, status, expires]))
    .digest('base64url');

const sameText = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

/**
 * Makes the signed address of an article's preview, valid for an hour.
 *
 * @param page the page that shows it: our own (`/preview`) or a frontend's; its own query is kept
 * @param secret that only this newsroom knows
 */
export const signPreviewLink = (page: string, secret: string, target: PreviewTarget, now: number): string => {
  const expires = now + VALID_FOR_MS;
  const query = new URLSearchParams({
    documentId: target.documentId,
    locale: target.locale,
    status: target.status,
    expires: String(expires),
    signature: signature(secret, target, expires),
  });
  return `${page}${page.includes('?') ? '&' : '?'}${query.toString()}`;
};

/** Verifies the query of a preview's address. @returns undefined where it is forged, changed or expired */
export const verifyPreviewLink = (
  query: Readonly<Record<string, unknown>>,
  secret: string,
  now: number,
): PreviewTarget | undefined => {
  const { documentId, locale, status, expires, signature: given } = query;
  if (
    typeof documentId !== 'string' ||
    typeof locale !== 'string' ||
    typeof given !== 'string' ||
    typeof expires !== 'string'
  )
    return undefined;
  if (status !== 'draft' && status !== 'published') return undefined;
  const until = Number(expires);
  const target: PreviewTarget = { documentId, locale, status };
  if (!Number.isSafeInteger(until) || !sameText(given, signature(secret, target, until))) return undefined;
  return until > now ? target : undefined;
};
