import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { Cache } from '../cache';
import type { Entry } from '../entries/entry';
import { sizeOf } from '../entries/entries';
import type { FillEnd } from '../entries/fill-end';
import { compressedForms } from '../http/compress';
import { headerOf, headersToStore, tagOf } from '../http/headers';
import { ownBytes } from '../http/own-bytes';
import { variedBy } from '../keys/request-key';
import { newRecording } from '../reads/recording';
import { newTranscript, statementsOf, type Transcript } from '../replay/transcript';
import { countOf } from '../status/counters';
import type { Handler } from '../strapi/answer-before-koa';
import { explain, isTokens } from './explain';
import { interceptEnd } from './intercept-end';
import { sendEntry } from './send-entry';
import { sendNotModified } from './send-not-modified';
import { tagsOf } from './tags';
import { judgeAnswer, type Answered, type Storable } from './why-not-stored';

/** A request that Strapi is to answer. */
export interface Filling {
  key: string;
  road: 'rest' | 'graphql';
  /** The ledger's, as of a question that was asked for this request, before Strapi is. */
  generation: number;
}

/** The answer as an entry. */
const entryOf = (
  cache: Cache,
  { key, road, generation }: Filling,
  { res, body, recording }: Answered,
  { caller, route, validUntil }: Storable,
  isGet: boolean,
): Entry => {
  const { cdn } = cache.config;
  const tables = [...recording.tables];
  const headers = headersToStore(res.getHeaders(), {
    isGet,
    byToken: caller.byToken,
    dependsOn: variedBy(cache.dependsOn[road]),
    isGraphql: road === 'graphql',
    cdn,
    tags: cdn?.tagHeader ? tagsOf(tables, cache.types, body) : [],
  });
  const parts = {
    body: ownBytes(body),
    encoded: {},
    notAskedFor: compressedForms(body, headerOf(headers, 'content-type') ?? ''),
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
 * The answer as it is to be stored; a reason where it is not. Whatever fails here, declared code or a header that cannot be
 * sent, costs the answer its place in the cache, and nothing else.
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

/** Looks at what Strapi answered, and stores and sends it where it may be stored. @returns whether it was */
const take = (cache: Cache, filling: Filling, req: IncomingMessage, answered: Answered): boolean => {
  const entry = entryOrReason(cache, filling, answered, req.method !== 'POST');
  if (typeof entry === 'string') {
    countOf(cache.counters.bypasses, entry);
    // A handler that was shown the conditions of the request says nothing of the whole: the next is asked for it.
    if (answered.res.statusCode === 304) cache.unfit.delete(filling.key);
    else cache.unfit.set(filling.key, true);
    explain(cache, answered.res, isTokens(answered.recording), `bypass; ${entry}`);
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
 * Has Strapi answer, and notes meanwhile what it reads.
 *
 * @param transcript takes the statements and digests of their rows; undefined where the answer is not to be checked later
 * @param look is given what was answered, before it is sent; returns true where it has sent it
 */
export const answerByStrapi = (
  cache: Cache,
  road: 'rest' | 'graphql',
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
    return look({ recording, res, road, startedAt, body: body ?? Buffer.alloc(0) });
  });
  stock(req, res);
};

/**
 * Whether an answer is filled so that it can be checked after a write. Only once a write has ended it and somebody has asked
 * for it again: most answers never come to that, and the digests of all rows made every miss dearer by a twentieth.
 */
const mayBeChecked = (cache: Cache, key: string): boolean =>
  cache.replayer !== undefined && cache.ended.has(key);

const CONDITIONS = ['if-none-match', 'if-modified-since'];

/**
 * Takes the conditions out of a request, so that its handler answers with the whole: readers of feeds always name the version
 * that they have, and `304` cannot be stored. The conditions are looked at when the answer is sent.
 */
const takeConditions = ({ headers }: IncomingMessage): IncomingHttpHeaders => {
  const taken = Object.fromEntries(
    CONDITIONS.flatMap((name) => (name in headers ? [[name, headers[name]]] : [])),
  );
  for (const name of CONDITIONS) delete headers[name];
  return taken;
};

/**
 * Answers a request that is not in the cache. Whoever asks for the same meanwhile may wait for it; a failure is the
 * first one's alone. Where the first one hangs up, one of those who wait fills, and the others wait for that one.
 */
export const fill = (
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
  // Where the client hangs up, nothing is answered.
  res.once('close', () => finish('abandoned'));
  const conditions = settle ? takeConditions(req) : {};
  const transcript = mayBeChecked(cache, key) ? newTranscript(cache.config.replay) : undefined;
  answerByStrapi(cache, filling.road, req, res, stock, transcript, (answered) => {
    Object.assign(req.headers, conditions);
    const stored = take(cache, filling, req, answered);
    finish(stored ? 'stored' : 'not-stored');
    // A stream has begun, and cannot be taken back.
    const isWhole = answered.recording.fault !== 'stream';
    return stored || (isWhole && Object.keys(conditions).length > 0 && sendNotModified(req, res));
  });
};
