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

/** What says something of a body that is not sent. */
const OF_BODY = /^content-(?:type|language|disposition)$/i;

/** Headers as `writeHead` takes them: a name, its value, the next name. */
type List = string[];

/**
 * Sets headers beside those that are there: `writeHead` would then take the last alone of several with one name. What is there
 * already stays: to take all away and to set them again took a fifth of what the cache adds to a miss.
 */
const setHeaders = (res: ServerResponse, list: List): void => {
  const wanted = new Map<string, { name: string; values: string[] }>();
  for (let at = 0; at < list.length; at += 2) {
    const [name = '', value = ''] = [list[at], list[at + 1]];
    const known = wanted.get(name.toLowerCase());
    if (known) known.values.push(value);
    else wanted.set(name.toLowerCase(), { name, values: [value] });
  }
  for (const { name, values } of wanted.values()) {
    const [value = '', ...more] = values;
    if (more.length > 0) res.setHeader(name, values);
    else if (res.getHeader(name) !== value) res.setHeader(name, value);
  }
};

/** Takes away what Koa has set for an answer and its entry does not have, but for what is this client's alone. */
const removeOthers = (res: ServerResponse, list: List): void => {
  const kept = new Set(list.map((text, at) => (at % 2 === 0 ? text.toLowerCase() : '')));
  for (const name of res.getHeaderNames())
    if (!kept.has(name) && !isOfOneClient(name)) res.removeHeader(name);
};

/** The headers that an entry was stored with, of those that are to be sent. */
const storedHeaders = (
  { headers }: Entry,
  res: ServerResponse,
  how: 'hit' | 'miss',
  notModified: boolean,
): List => {
  const isAnySet = how === 'hit' && res.getHeaderNames().length > 0;
  const stored = isAnySet ? headersToSend(headers, (name) => res.hasHeader(name)) : headers;
  const list: List = [];
  for (const [name, value] of stored) if (!notModified || !OF_BODY.test(name)) list.push(name, value);
  return list;
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
  how: 'hit' | 'miss',
): number => {
  const { encoding, body, etag } = formFor(entry, req.headers['accept-encoding']);
  const notModified = etag !== undefined && fresh(req.headers, { etag, 'last-modified': entry.lastModified });
  const status = notModified ? 304 : 200;
  const list = storedHeaders(entry, res, how, notModified);
  if (etag !== undefined) list.push('ETag', etag);
  if (encoding && !notModified) list.push('Content-Encoding', encoding);
  if (!notModified) list.push('Content-Length', String(body.length));
  if (maySee(cache, entry.byToken)) list.push('X-Cache', how);
  if (how === 'miss') removeOthers(res, list);
  else if (res.hasHeader('content-length')) res.removeHeader('content-length');
  if (res.getHeaderNames().length > 0) {
    setHeaders(res, list);
    res.writeHead(status);
  } else {
    res.writeHead(status, list);
  }
  if (notModified || req.method === 'HEAD') res.end();
  else res.end(body);
  return status;
};
