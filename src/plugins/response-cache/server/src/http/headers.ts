import { createHash } from 'node:crypto';
import { validateHeaderValue, type OutgoingHttpHeaders } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { PluginConfig } from '../config/schema';

type Header = readonly [name: string, value: string];

/** Of one connection or one request: RFC 9110 (7.6.1), and what Strapi measures anew each time. */
const OF_ONE_REQUEST = new Set([
  ...['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade'],
  ...['date', 'age', 'content-length', 'x-response-time', 'x-cache', 'etag'],
]);
/** Of one client at one moment: how many requests a limit has left for it. Each client is sent its own. */
export const isOfOneClient = (name: string): boolean => /^(?:x-)?rate-?limit/i.test(name);
/** What says what the answer is, and how it may be cached: the same for everybody, whatever a hit passes. */
const OF_ANSWER = /^(?:content-.+|vary|cache-control|last-modified)$/i;
/** What is written anew for every cached answer. */
const OURS = ['vary', 'cache-control'];
const NOT_KEPT = new Set([...OF_ONE_REQUEST, ...OURS]);

const valuesOf = (value: OutgoingHttpHeaders[string]): string[] =>
  value === undefined ? [] : Array.isArray(value) ? value.map(String) : [String(value)];

/** The first value of a header. @param name in lower case */
export const headerOf = (headers: readonly Header[], name: string): string | undefined =>
  headers.find(([one]) => one.toLowerCase() === name)?.[1];

/** A strong validator: of the bytes alone, so that two nodes give the same for the same answer. */
export const tagOf = (body: Buffer): string =>
  createHash('sha256').update(body).digest('base64url').slice(0, 27);

const namesIn = (vary: readonly string[], names: readonly string[]): string => {
  const all = [...vary.flatMap((value) => value.split(',')), ...names]
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (all.includes('*')) return '*';
  const seen = new Map(all.map((name) => [name.toLowerCase(), name]));
  return [...seen.values()].join(', ');
};

/** Answers vary by a handful of lists: to put one together at each miss took a third of the time of all its headers. */
const merged = new LRUCache<string, string>({ max: 100 });
const LONGEST_KEPT = 1_000;

/** Adds names to a `Vary`, each once. */
export const mergeVary = (vary: readonly string[], names: readonly string[]): string => {
  const given = `${vary.join()}\n${names.join()}`;
  const before = merged.get(given);
  if (before !== undefined) return before;
  const all = namesIn(vary, names);
  if (given.length <= LONGEST_KEPT) merged.set(given, all);
  return all;
};

const cacheControl = (given: string | undefined, byToken: boolean, cdn: PluginConfig['cdn']): string => {
  // A handler's own word stands.
  if (given !== undefined) return given;
  if (byToken) return 'private, no-cache';
  if (!cdn || (cdn.sMaxAge === undefined && cdn.staleWhileRevalidate === undefined))
    return 'public, max-age=0, must-revalidate';
  return [
    'public, max-age=0',
    ...(cdn.sMaxAge === undefined ? [] : [`s-maxage=${cdn.sMaxAge}`]),
    ...(cdn.staleWhileRevalidate === undefined
      ? ['must-revalidate']
      : [`stale-while-revalidate=${cdn.staleWhileRevalidate}`]),
  ].join(', ');
};

/** What an answer's headers depend on, besides Strapi's own. */
export interface HeaderFacts {
  isGet: boolean;
  byToken: boolean;
  /** Headers of requests that the answer depends on, besides `Accept-Encoding` and `Authorization`. */
  dependsOn: readonly string[];
  /** Whether Apollo's `no-store`, which it says of everything, is to be replaced. */
  isGraphql: boolean;
  cdn: PluginConfig['cdn'];
  /** Tags for a CDN, each once: as many, and of such letters, as fit into a header. */
  tags: readonly string[];
}

/**
 * The headers that an answer is stored with: Strapi's, and those that say how it may be cached elsewhere.
 *
 * @throws TypeError for a header that Node would not send: rather now, than at each hit
 */
export const headersToStore = (
  stock: OutgoingHttpHeaders,
  { isGet, byToken, dependsOn, isGraphql, cdn, tags }: HeaderFacts,
): Header[] => {
  const kept: Header[] = [];
  for (const [name, value] of Object.entries(stock)) {
    if (NOT_KEPT.has(name.toLowerCase()) || isOfOneClient(name)) continue;
    for (const one of valuesOf(value)) kept.push([name, one]);
  }
  const vary = mergeVary(valuesOf(stock.vary), ['Accept-Encoding', 'Authorization', ...dependsOn]);
  const [given] = valuesOf(stock['cache-control']);
  // To a POST nothing is said: its answer is cached nowhere else.
  const control = isGet ? cacheControl(isGraphql ? undefined : given, byToken, cdn) : given;
  const headers: Header[] = [
    ...kept,
    ['Vary', vary],
    ...(control === undefined ? [] : [['Cache-Control', control] as const]),
    ...(isGet && cdn?.tagHeader && !byToken && tags.length > 0
      ? [[cdn.tagHeader, tags.join(cdn.tagHeader === 'Cache-Tag' ? ',' : ' ')] as const]
      : []),
  ];
  for (const [name, value] of headers) validateHeaderValue(name, value);
  return headers;
};

/**
 * The headers that a hit is sent, of those that the answer was stored with: what every hit passes has said its own of this
 * request, which stands.
 *
 * @param isSet whether a header was set for this request
 */
export const headersToSend = (
  stored: readonly Header[],
  isSet: (name: string) => boolean,
): readonly Header[] => stored.filter(([name]) => !isSet(name) || OF_ANSWER.test(name));
