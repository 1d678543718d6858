import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { Cache } from '../cache';
import type { Entry } from '../entries/entry';
import { sizeOf } from '../entries/entries';
import type { FillEnd } from '../entries/fill-end';
import { compressedForms } from '../http/compress';
import { hasDirective, headerOf, headersToStore, tagOf } from '../http/headers';
import { ownBytes } from '../http/own-bytes';
import { variedBy, type Endpoint } from '../keys/request-key';
import { newRecording } from '../reads/recording';
import { newTranscript, statementsOf, type Transcript } from '../replay/transcript';
import { countOf } from '../status/counters';
import type { Handler } from '../strapi/answer-before-koa';
import { setCacheHeader, isTokens } from './explain';
import { interceptEnd } from './intercept-end';
import { sendEntry } from './send-entry';
import { sendNotModified } from './send-not-modified';
import { tagsOf } from './tags';
import { judgeAnswer, type Answered, type Storable } from './why-not-stored';

/** A request that the cache cannot answer and passes on to Strapi. */
export interface Filling {
  key: string;
  endpoint: Endpoint;
  /** The generation of the ledger. The database was asked for writes on behalf of this request before Strapi answers it. */
  generation: number;
}

/** Makes a cache entry of the answer. */
const entryOf = (
  cache: Cache,
  { key, endpoint, generation }: Filling,
  { res, body, recording }: Answered,
  { caller, route, validUntil }: Storable,
  isGet: boolean,
): Entry => {
  const { cdn } = cache.config;
  const tables = [...recording.tables];
  const headers = headersToStore(res.getHeaders(), {
    isGet,
    byToken: caller.byToken,
    dependsOn: variedBy(cache.dependsOn[endpoint]),
    isGraphql: endpoint === 'graphql',
    cdn,
    tags: cdn?.tagHeader ? tagsOf(tables, cache.types, body) : [],
  });
  const parts = {
    body: ownBytes(body),
    encoded: {},
    // RFC 9111 (5.2.2.6): a cache must not change the content then, and compressing it is such a change.
    notAskedFor: hasDirective(headerOf(headers, 'cache-control'), 'no-transform')
      ? []
      : compressedForms(body, headerOf(headers, 'content-type') ?? ''),
    headers,
    statements: recording.transcript && statementsOf(recording.transcript),
  };
  return {
    ...parts,
    tag: isGet ? tagOf(body) : undefined,
    lastModified: headerOf(headers, 'last-modified'),
    tables,
    generation,
    validUntil,
    route,
    byToken: caller.byToken,
    size: sizeOf(key, parts),
  };
};

/**
 * The entry to store, or the reason why the answer is not stored. If declared code throws here, or a header cannot be sent, the
 * answer is sent but not stored.
 */
const entryOrReason = (
  cache: Cache,
  filling: Filling,
  answered: Answered,
  isGet: boolean,
): Entry | string => {
  try {
    const storable = judgeAnswer(cache, answered);
    if (typeof storable === 'string') return storable;
    const entry = entryOf(cache, filling, answered, storable, isGet);
    return entry.size > cache.entries.maxEntrySize ? 'too-large' : entry;
  } catch (error) {
    cache.strapi.log.error(`response-cache: an answer is not stored: ${String(error)}`);
    return 'fault';
  }
};

/** Looks at Strapi's answer. If it may be stored, stores and sends it. @returns whether it did */
const storeAndSend = (cache: Cache, filling: Filling, req: IncomingMessage, answered: Answered): boolean => {
  const entry = entryOrReason(cache, filling, answered, req.method !== 'POST');
  if (typeof entry === 'string') {
    countOf(cache.counters.bypasses, entry);
    // Here the handler saw the conditions of the request and answered 304, which says nothing about the whole answer. So the next
    // request may fill the cache.
    if (answered.res.statusCode === 304) cache.unfit.delete(filling.key);
    else cache.unfit.set(filling.key, true);
    setCacheHeader(cache, answered.res, isTokens(answered.recording), `bypass; ${entry}`);
    return false;
  }
  // The client first: nobody else is answered in between.
  sendEntry(cache, req, answered.res, entry, 'miss');
  cache.unfit.delete(filling.key);
  cache.entries.set(filling.key, entry);
  cache.counters.fills += 1;
  return true;
};

/**
 * Lets Strapi answer, and records what it reads from the database meanwhile.
 *
 * @param transcript receives the statements and digests of their rows; undefined if the answer will not be checked again later
 * @param look is called with the answer before it is sent; returns true if it has sent the answer itself
 */
export const answerByStrapi = (
  cache: Cache,
  endpoint: Endpoint,
  req: IncomingMessage,
  res: ServerResponse,
  stock: Handler,
  transcript: Transcript | undefined,
  look: (answered: Answered) => boolean,
): void => {
  const recording = newRecording(transcript);
  const startedAt = Date.now();
  cache.recordings.set(req, recording);
  interceptEnd(res, (body) => {
    cache.recordings.delete(req);
    if (body === undefined) recording.fault ??= 'stream';
    return look({ recording, res, endpoint, startedAt, body: body ?? Buffer.alloc(0) });
  });
  stock(req, res);
};

/**
 * Whether to record what is needed to check an answer again after a write. Only for answers that a write has ended and that
 * somebody asked for again: most answers never are, and digests of all rows made every miss 5% slower.
 */
const mayBeChecked = (cache: Cache, key: string): boolean =>
  cache.replayer !== undefined && cache.ended.has(key);

const CONDITIONS = ['if-none-match', 'if-modified-since'];

/**
 * Removes the conditions (`If-None-Match`, `If-Modified-Since`) from a request, so that its handler sends the whole answer. Feed
 * readers always send conditions, and a 304 cannot be stored. The conditions are compared when the answer is sent.
 */
const takeConditions = ({ headers }: IncomingMessage): IncomingHttpHeaders => {
  const taken = Object.fromEntries(
    CONDITIONS.flatMap((name) => (name in headers ? [[name, headers[name]]] : [])),
  );
  for (const name of CONDITIONS) delete headers[name];
  return taken;
};

/**
 * Answers a request that is not in the cache. Other requests for the same answer may wait for this one. If it fails, they do not
 * get its error. If its client hangs up, one of the waiting requests fills the cache and the others wait for that one.
 */
export const answerAndStore = (
  cache: Cache,
  filling: Filling,
  req: IncomingMessage,
  res: ServerResponse,
  stock: Handler,
): void => {
  const { key } = filling;
  cache.counters.misses += 1;
  let settle: ((end: FillEnd) => void) | undefined;
  if (!cache.filling.has(key) && !cache.unfit.has(key)) {
    cache.filling.set(key, new Promise<FillEnd>((resolve) => (settle = resolve)));
  }
  const finish = (end: FillEnd): void => {
    if (!settle) return;
    cache.filling.delete(key);
    settle(end);
    settle = undefined;
  };
  // If the client hangs up, no answer comes, so the waiting requests must be released here.
  res.once('close', () => finish('abandoned'));
  const conditions = settle ? takeConditions(req) : {};
  const transcript = mayBeChecked(cache, key) ? newTranscript(cache.config.replay) : undefined;
  answerByStrapi(cache, filling.endpoint, req, res, stock, transcript, (answered) => {
    Object.assign(req.headers, conditions);
    const stored = storeAndSend(cache, filling, req, answered);
    finish(stored ? 'stored' : 'not-stored');
    // A stream has already been sent in part, so its status cannot be changed to 304.
    const isWhole = answered.recording.fault !== 'stream';
    return stored || (isWhole && Object.keys(conditions).length > 0 && sendNotModified(req, res));
  });
};
