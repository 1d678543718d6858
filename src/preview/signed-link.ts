import { sameSignature, signatureOf } from './derived-signature';

/** The article of a preview, and the version and locale in which it is shown. */
export interface PreviewTarget {
  documentId: string;
  locale: string;
  status: 'draft' | 'published';
}

/** Long enough to read an article. A link that is passed on expires soon. */
const VALID_FOR_MS = 60 * 60_000;

const PURPOSE = 'quotemark preview links';

const signature = (secret: string, { documentId, locale, status }: PreviewTarget, expires: number): string =>
  signatureOf(secret, PURPOSE, [documentId, locale, status, expires]);

/**
 * Makes the signed address of an article's preview, valid for an hour.
 *
 * @param page the page that shows it: the newsroom's own (`/preview`) or a frontend's, whose own query is kept
 * @param secret known to this newsroom only
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

/** Verifies the query of a preview's address. @returns undefined if it is forged, changed or expired */
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
  if (!Number.isSafeInteger(until) || !sameSignature(given, signature(secret, target, until)))
    return undefined;
  return until > now ? target : undefined;
};
