import type { IncomingMessage, ServerResponse } from 'node:http';
import fresh from 'fresh';
import type { Cache } from '../cache';
import type { Entry } from '../entries/entry';
import { chooseEncoding, ENCODINGS, type Encoding } from '../http/encodings';
import { headersToSend, isOfOneClient } from '../http/headers';
import { maySee } from './explain';

/** Each encoding of an answer has its own validator, because its bytes are different: RFC 9110 (8.8.3.3). */
const tagFor = (tag: string, encoding: Encoding | undefined): string =>
  encoding ? `"${tag}-${encoding}"` : `"${tag}"`;

/** The encoding to answer with, and its validator. */
const formFor = (entry: Entry, acceptEncoding: string | undefined) => {
  const available = ENCODINGS.filter((encoding) => entry.encoded[encoding] !== undefined);
  const encoding = chooseEncoding(acceptEncoding, available);
  return {
    encoding,
    body: (encoding && entry.encoded[encoding]) ?? entry.body,
    etag: entry.tag === undefined ? undefined : tagFor(entry.tag, encoding),
  };
};

/**
 * Sends a cached answer in the encoding that the client accepts, or 304 if the client already has it.
 *
 * @param how `hit` or `miss`, for clients that may know
 * @returns the status that was sent
 */
export const sendEntry = (
  cache: Cache,
  req: IncomingMessage,
  res: ServerResponse,
  entry: Entry,
  how: string,
): number => {
  const { encoding, body, etag } = formFor(entry, req.headers['accept-encoding']);
  const notModified = etag !== undefined && fresh(req.headers, { etag, 'last-modified': entry.lastModified });
  const headers: string[] = [];
  const isSet = (name: string): boolean => how === 'hit' && res.hasHeader(name);
  for (const [name, value] of headersToSend(entry.headers, isSet)) {
    if (!(notModified && /^content-(?:type|language|disposition)$/i.test(name))) headers.push(name, value);
  }
  if (etag !== undefined) headers.push('ETag', etag);
  if (encoding && !notModified) headers.push('Content-Encoding', encoding);
  if (!notModified) headers.push('Content-Length', String(body.length));
  if (maySee(cache, entry.byToken)) headers.push('X-Cache', how);
  // The stored headers include those that Koa set on a miss, except those that belong to one client.
  for (const name of res.getHeaderNames()) {
    if ((how === 'miss' && !isOfOneClient(name)) || name === 'content-length') res.removeHeader(name);
  }
  res.writeHead(notModified ? 304 : 200, headers);
  if (notModified || req.method === 'HEAD') res.end();
  else res.end(body);
  return notModified ? 304 : 200;
};
