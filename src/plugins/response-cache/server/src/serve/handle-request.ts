import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Cache } from '../cache';
import type { Entry } from '../entries/entry';
import { askTogether } from '../freshness/ask-together';
import { hasDirective } from '../http/headers';
import { endpointOf, requestKey } from '../keys/request-key';
import { countOf } from '../status/counters';
import type { Handler } from '../strapi/answer-before-koa';
import { compareWithStrapi, mayCompare } from './compare';
import { compressFor } from './compress-for';
import { setCacheHeader, isTokens } from './explain';
import { answerByStrapi, answerAndStore } from './fill';
import { peekBody } from './peek-body';
import { findEntry, replayEntry } from './replay-entry';
import { sendEntry } from './send-entry';

/** Logs a request the way Strapi's own middleware does, because a hit does not reach that middleware. */
const log = ({ strapi, logs }: Cache, req: IncomingMessage, status: number, startedAt: number): void => {
  if (!logs || !strapi.log.isLevelEnabled('http')) return;
  strapi.log.http(`${req.method} ${req.url} (${Math.ceil(performance.now() - startedAt)} ms) ${status}`);
};

const bypass = (
  cache: Cache,
  why: string,
  req: IncomingMessage,
  res: ServerResponse,
  stock: Handler,
): unknown => {
  countOf(cache.counters.bypasses, why);
  const text = `bypass; ${why}`;
  setCacheHeader(cache, res, false, text);
  // Only Strapi can find out whether a token is valid.
  if (cache.config.explainTo !== 'tokens' || req.headers.authorization === undefined) return stock(req, res);
  return answerByStrapi(cache, 'rest', req, res, stock, undefined, ({ recording }) => {
    setCacheHeader(cache, res, isTokens(recording), text);
    return false;
  });
};

/** Sends a hit. @throws if it cannot be sent. Then the entry is dropped, so that Strapi answers the next request. */
const sendHit = (
  cache: Cache,
  key: string,
  entry: Entry,
  req: IncomingMessage,
  res: ServerResponse,
): number => {
  try {
    return sendEntry(cache, req, res, entry, 'hit');
  } catch (error) {
    cache.entries.delete(key);
    throw error;
  }
};

/**
 * Answers a request. The cache answers if it has an answer and the database confirms, after the request has arrived, that nothing
 * was written to the answer's tables. Otherwise Strapi answers.
 */
export const handleRequest = async (
  cache: Cache,
  req: IncomingMessage,
  res: ServerResponse,
  stock: Handler,
): Promise<unknown> => {
  if (cache.off !== undefined) return stock(req, res);
  const asked = endpointOf(req, cache.endpoints);
  if (!asked) return stock(req, res);
  if ('bypass' in asked) return bypass(cache, asked.bypass, req, res, stock);
  // A handler made its own server answer a request inside of its transaction. Strapi then answers with rows that nobody else sees,
  // and that may never be committed.
  if (cache.strapi.db.inTransaction()) return bypass(cache, 'transaction', req, res, stock);
  const startedAt = performance.now();
  const body = req.method === 'POST' ? await peekBody(req) : undefined;
  if (req.method === 'POST' && !body) return bypass(cache, 'body', req, res, stock);
  const { endpoint } = asked;
  const key = requestKey(req, endpoint, body, cache);

  // Whether this request has already waited for another request's check or fill. It waits for each only once.
  const waited = { replay: false, fill: false };
  for (;;) {
    // The database is asked before any look-up, because the answer must be true after the request has arrived.
    const said = askTogether(cache.questions);
    const known = typeof said === 'boolean' ? said : await said;
    if (!known) return bypass(cache, 'database-silent', req, res, stock);
    // The cache was switched off, or the client disconnected, while the request waited.
    if (cache.off !== undefined || res.destroyed) return stock(req, res);
    const found = findEntry(cache, key);
    const replaying = waited.replay ? undefined : cache.replaying.get(key);
    if (found?.touched !== undefined && replaying) {
      waited.replay = true;
      cache.counters.waited += 1;
      await replaying;
      continue;
    }
    const holds =
      found && (found.touched === undefined || (await replayEntry(cache, key, found.entry, found.touched)));
    // The cache was switched off, or the client disconnected, while the entry was checked again.
    if (cache.off !== undefined || res.destroyed) return stock(req, res);
    if (found && holds) {
      const { entry } = found;
      // Strapi then counts the request for its limits and refuses it by itself.
      if (mayCompare(req) && Math.random() < cache.config.shadow)
        return compareWithStrapi(cache, endpoint, entry, req, res, stock);
      if (cache.gate && !(await cache.gate(req, res, entry.route)))
        return bypass(cache, 'refused', req, res, stock);
      cache.counters.hits += 1;
      const status = sendHit(cache, key, entry, req, res);
      compressFor(cache, key, entry, req);
      if (status === 304) cache.counters.notModified += 1;
      return log(cache, req, status, startedAt);
    }
    // An answer to HEAD has no body to store, so Strapi answers it.
    if (req.method === 'HEAD') return bypass(cache, 'head', req, res, stock);
    // RFC 9111 (5.2.1.5): nothing of such a request may be stored. An answer that is stored already may be sent.
    if (hasDirective(req.headers['cache-control'], 'no-store'))
      return bypass(cache, 'no-store', req, res, stock);
    const filling = waited.fill ? undefined : cache.filling.get(key);
    if (!filling)
      return answerAndStore(cache, { key, endpoint, generation: cache.ledger.generation }, req, res, stock);
    cache.counters.waited += 1;
    waited.fill = (await filling) !== 'abandoned';
  }
};
