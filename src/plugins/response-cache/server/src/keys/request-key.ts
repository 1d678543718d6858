import { createHash, createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { startsLike, type PathPattern } from './path-pattern';

/** The endpoints whose answers may be cached. */
export interface Endpoints {
  /** `/api`, without a slash at the end. */
  rest: string;
  /** `/graphql`; undefined if there is no GraphQL. */
  graphql: string | undefined;
  /** The paths of declared routes outside of the content API. */
  others: readonly PathPattern[];
}

/** The beginnings of the endpoints' paths. */
export const startsOf = ({ rest, graphql, others }: Endpoints): string[] => [
  `${rest}/`,
  ...(graphql === undefined ? [] : [graphql]),
  ...others.map(({ start }) => start),
];

/** The part of a request that its key is made from. */
export interface AskedFor {
  method?: string | undefined;
  url?: string | undefined;
  headers: IncomingHttpHeaders;
}

/** Which API answers: routes declared outside of the content API count as REST. */
export type Endpoint = 'rest' | 'graphql';

/** The endpoint that a request goes to, or why it bypasses the cache. Undefined if the cache has nothing to do with its path. */
export type Asked = { endpoint: Endpoint } | { bypass: string } | undefined;

/**
 * Finds the endpoint of a request. Only the usual spelling of a path is recognized. Strapi answers any other spelling, which is
 * slower and never wrong.
 */
export const endpointOf = ({ method, url = '', headers }: AskedFor, endpoints: Endpoints): Asked => {
  const query = url.indexOf('?');
  const path = query < 0 ? url : url.slice(0, query);
  const endpoint =
    path === endpoints.graphql
      ? 'graphql'
      : path.startsWith(`${endpoints.rest}/`) || endpoints.others.some((pattern) => startsLike(pattern, path))
        ? 'rest'
        : undefined;
  if (!endpoint) return undefined;
  if (method !== 'GET' && method !== 'HEAD' && !(method === 'POST' && endpoint === 'graphql'))
    return { bypass: 'method' };
  if (headers.cookie !== undefined) return { bypass: 'cookie' };
  if (headers.range !== undefined) return { bypass: 'range' };
  if (headers.upgrade !== undefined || headers.expect !== undefined) return { bypass: 'upgrade' };
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0;
  if (method !== 'POST' && hasBody) return { bypass: 'body' };
  // Apollo refuses HEAD, so it must not be answered with the cached answer to a GET.
  if (method === 'HEAD' && endpoint === 'graphql') return { bypass: 'head' };
  return { endpoint };
};

/**
 * Headers that Strapi's own answers depend on. They include the host, so that the answer for one address is not given for another.
 */
const ALWAYS = [
  ...['host', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'forwarded', 'origin'],
  ...['strapi-response-format', 'strapi-encode-source-maps'],
];
/** Apollo chooses a format by `Accept`, and refuses simple requests that lack all of the other headers. */
const GRAPHQL = ['accept', 'content-type', 'apollo-require-preflight', 'x-apollo-operation-name'];

/** The headers of a request, in lower case, that its answer depends on, besides `Authorization`. */
export type DependedOn = Record<Endpoint, readonly string[]>;

/** @param declared those that the app's declared code depends on, in lower case */
export const dependedOn = (declared: readonly string[]): DependedOn => ({
  rest: [...ALWAYS, ...declared],
  graphql: [...ALWAYS, ...GRAPHQL, ...declared],
});

/** The same headers for `Vary`, without `host`, because caches keep the addresses of two hosts apart themselves. */
export const variedBy = (headers: readonly string[]): string[] => headers.filter((name) => name !== 'host');

/**
 * Longer keys are hashed. Keys are remembered even if there is no answer, and a client that sends long addresses must not fill the
 * memory with them.
 */
const LONGEST_KEY = 1_024;

/** A caller's `Authorization`, hashed for the key so that no token is stored. @param secret of this process */
const callerOf = (authorization: string | undefined, secret: Buffer): string =>
  authorization === undefined ? '' : createHmac('sha256', secret).update(authorization).digest('base64');

/**
 * The key of a request. Two requests have the same key only if they agree in everything that Strapi looks at.
 *
 * @param body of a POST, as sent
 */
export const requestKey = (
  { method, url = '', headers }: AskedFor,
  endpoint: Endpoint,
  body: Buffer | undefined,
  { secret, dependsOn }: { secret: Buffer; dependsOn: DependedOn },
): string => {
  // A HEAD request gets the answer to the same GET.
  let key = `${method === 'POST' ? 'POST' : 'GET'}\n${url}\n${callerOf(headers.authorization, secret)}`;
  for (const name of dependsOn[endpoint]) {
    const value = headers[name];
    // An absent header is different from an empty one.
    key += value === undefined ? '\n' : `\n=${String(value)}`;
  }
  // The body comes last, because only it may contain line breaks.
  if (body) key += `\n${body.toString('latin1')}`;
  return key.length > LONGEST_KEY ? createHash('sha256').update(key).digest('base64') : key;
};
