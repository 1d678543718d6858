import { createHash } from 'node:crypto';
import { validateHeaderValue, type OutgoingHttpHeaders } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { PluginConfig } from '../config/schema';

type Header = readonly [name: string, value: string];

/** Headers of one connection or one request: see RFC 9110 (7.6.1). Also those that Strapi measures for each request. */
const OF_ONE_REQUEST = new Set([
  ...['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade'],
  ...['date', 'age', 'content-length', 'x-response-time', 'x-cache', 'etag'],
]);
/** Headers that belong to one client at one moment: how many requests a limit leaves it. Each client gets its own. */
export const isOfOneClient = (name: string): boolean => /^(?:x-)?rate-?limit/i.test(name);
/** Headers that describe the answer and how it may be cached. They are the same for everybody, whatever middlewares a hit passes. */
const OF_ANSWER = /^(?:content-.+|vary|cache-control|last-modified)$/i;
/** Headers that are written anew for every cached answer. */
const OURS = ['vary', 'cache-control'];
const NOT_KEPT = new Set([...OF_ONE_REQUEST, ...OURS]);

const valuesOf = (value: OutgoingHttpHeaders[string]): string[] =>
  value === undefined ? [] : Array.isArray(value) ? value.map(String) : [String(value)];

/** The first value of a header. @param name in lower case */
export const headerOf = (headers: readonly Header[], name: string): string | undefined =>
  headers.find(([one]) => one.toLowerCase() === name)?.[1];

/** A strong validator made from the bytes alone, so that two nodes give the same one for the same answer. */
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

/** Headers by which answers are kept apart besides those of the key. Requests with a cookie get no stored answer. */
const KEPT_APART = new Set(['accept-encoding', 'authorization', 'cookie', 'host']);

/**
 * The first request header that an answer's own `Vary` names and by which answers are not kept apart, in lower case. `*` stands for
 * anything. Such an answer must not be stored, because clients with another value would get it.
 *
 * @param keptBy names of the headers that are part of the key, in lower case
 */
export const findUnkeptVary = (
  vary: OutgoingHttpHeaders[string],
  keptBy: readonly string[],
): string | undefined =>
  valuesOf(vary)
    .flatMap((value) => value.split(','))
    .map((name) => name.trim().toLowerCase())
    .find((name) => name === '*' || (name !== '' && !KEPT_APART.has(name) && !keptBy.includes(name)));

/** Whether a header `Cache-Control` has a directive, whatever its value. @param directive in lower case */
export const hasDirective = (control: string | undefined, directive: string): boolean =>
  (control ?? '')
    .toLowerCase()
    .split(',')
    .some((one) => one.trim().split('=')[0]?.trim() === directive);

const cacheControl = (given: string | undefined, byToken: boolean, cdn: PluginConfig['cdn']): string => {
  // A header that the handler has set is kept.
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

/** What an answer's headers depend on, besides Strapi's own headers. */
export interface HeaderFacts {
  isGet: boolean;
  byToken: boolean;
  /** Headers of requests that the answer depends on, besides `Accept-Encoding` and `Authorization`. */
  dependsOn: readonly string[];
  /** Whether to replace the `no-store` that Apollo sets on every answer. */
  isGraphql: boolean;
  cdn: PluginConfig['cdn'];
  /** Tags for a CDN, each once. Their number and characters are limited to what fits into a header. */
  tags: readonly string[];
}

/**
 * The headers that an answer is stored with: Strapi's, and those that say how it may be cached elsewhere.
 *
 * @throws TypeError for a header that Node would refuse to send, so that this fails now and not at each hit
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
  // The answer to a POST gets no cache header, because it is cached nowhere else.
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
 * Of the headers that the answer was stored with, those to send with a hit. Headers that were set for this request, by the
 * middlewares that every hit passes, are kept.
 *
 * @param isSet whether a header was set for this request
 */
export const headersToSend = (
  stored: readonly Header[],
  isSet: (name: string) => boolean,
): readonly Header[] => stored.filter(([name]) => !isSet(name) || OF_ANSWER.test(name));
