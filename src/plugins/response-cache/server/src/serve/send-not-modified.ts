import type { IncomingMessage, ServerResponse } from 'node:http';
import fresh from 'fresh';

/** Headers that describe a body, which is not sent. */
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
 * Answers 304 if the answer has a version and the client already has that version. The handler did not see the conditions of the
 * request, so that the whole answer could be stored. With them it would have answered the same.
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
