import type { IncomingMessage, ServerResponse } from 'node:http';
import fresh from 'fresh';

/** What describes a body that is not sent. */
const OF_THE_BODY = [
  'content-type',
  'content-length',
  'content-encoding',
  'content-language',
  'transfer-encoding',
];

const textOf = (value: ReturnType<ServerResponse['getHeader']>): string | undefined =>
  value === undefined ? undefined : String(value);

/**
 * Tells a client that it has what Strapi just answered, where the answer names its version. Its handler was not shown the
 * conditions of the request, so that the whole could be stored, and would have said the same.
 *
 * @returns whether it was sent
 */
export const sendNotModified = (req: IncomingMessage, res: ServerResponse): boolean => {
  if (req.method !== 'GET' || res.headersSent || res.statusCode !== 200) return false;
  const etag = textOf(res.getHeader('etag'));
  const lastModified = textOf(res.getHeader('last-modified'));
  if (etag === undefined && lastModified === undefined) return false;
  if (!fresh(req.headers, { etag, 'last-modified': lastModified })) return false;
  for (const name of OF_THE_BODY) res.removeHeader(name);
  res.statusCode = 304;
  res.end();
  return true;
};
