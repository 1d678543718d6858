import { createHash, createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { startsLike, type PathPattern } from './path-pattern';

/** Where cacheable answers are asked for. */
export interface Roads {
  /** `/api`, without a slash at the end. */
  rest: string;
  /** `/graphql`; undefined where there is no GraphQL. */
  graphql: string | undefined;
  /** Where declared routes outside of the content API are. */
  others: readonly PathPattern[];
}

/** What the addresses on roads begin with. */
export const startsOf = ({ rest, graphql, others }: Roads): string[] => [
  `${rest}/`,
  ...(graphql === undefined ? [] : [graphql]),
  ...others.map(({ start }) => start),
];

/** As much of a request as its key is made of. */
export interface AskedFor {
  method?: string | undefined;
  url?: string | undefined;
  headers: IncomingHttpHeaders;
}

/** What a request asks for: a road, or why it is not answered from the cache. Undefined where it is no road of ours. */
export type Asked = { road: 'rest' | 'graphql' } | { bypass: string } | undefined;

/**
 * Looks at where a request goes. Only the usual spelling of a road is recognized: another spelling is answered by Strapi,
 * which is slower and never wrong.
 */
export const roadOf = ({ method, url = '', headers }: AskedFor, roads: Roads): Asked => {
  const query = url.indexOf('?');
  const path = query < 0 ? url : url.slice(0, query);
  const road =
    path === roads.graphql
      ? 'graphql'
      : path.startsWith(`${roads.rest}/`) || roads.others.some((pattern) => startsLike(pattern, path))
        ? 'rest'
        : undefined;
  if (!road) return undefined;
  if (method !== 'GET' && method !== 'HEAD' && !(method === 'POST' && road === 'graphql'))
    return { bypass: 'method' };
  if (headers.cookie !== undefined) return { bypass: 'cookie' };
  if (headers.range !== undefined) return { bypass: 'range' };
  if (headers.upgrade !== undefined || headers.expect !== undefined) return { bypass: 'upgrade' };
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0;
  if (method !== 'POST' && hasBody) return { bypass: 'body' };
  // Apollo refuses it: it must not be answered from what was asked for with GET.
  if (method === 'HEAD' && road === 'graphql') return { bypass: 'head' };
  return { road };
};

/** Headers that Strapi's own answers depend on. The address that a client used counts, so that nobody answers for another. */
const ALWAYS = [
  ...['host', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'forwarded', 'origin'],
  ...['strapi-response-format', 'strapi-encode-source-maps'],
];
/** Apollo chooses a format by `Accept`, and refuses simple requests without one of the others. */
const GRAPHQL = ['accept', 'content-type', 'apollo-require-preflight', 'x-apollo-operation-name'];

/** The headers of a request, in lower case, that its answer depends on, besides `Authorization`. */
export type DependedOn = Record<'rest' | 'graphql', readonly string[]>;

/** @param declared those that the app's declared code depends on, in lower case */
export const dependedOn = (declared: readonly string[]): DependedOn => ({
  rest: [...ALWAYS, ...declared],
  graphql: [...ALWAYS, ...GRAPHQL, ...declared],
});

/** The same as they stand in `Vary`. A cache keeps the addresses of two hosts apart by itself. */
export const variedBy = (headers: readonly string[]): string[] => headers.filter((name) => name !== 'host');

/** Keys are remembered also where no answer is: a client that sends long addresses must not fill the memory with them. */
const LONGEST_KEY = 1_024;

/** A caller's `Authorization` as it stands in a key: no token is kept. @param secret of this process */
const callerOf = (authorization: string | undefined, secret: Buffer): string =>
  authorization === undefined ? '' : createHmac('sha256', secret).update(authorization).digest('base64');

/**
 * The key of a request: two requests have the same only where nothing that Strapi looks at is different.
 *
 * @param body of a POST, as sent
 */
export const requestKey = (
  { method, url = '', headers }: AskedFor,
  road: 'rest' | 'graphql',
  body: Buffer | undefined,
  { secret, dependsOn }: { secret: Buffer; dependsOn: DependedOn },
): string => {
  // A head request is answered from what was asked for with GET.
  let key = `${method === 'POST' ? 'POST' : 'GET'}\n${url}\n${callerOf(headers.authorization, secret)}`;
  for (const name of dependsOn[road]) {
    const value = headers[name];
    // A header that is absent is not one that is empty.
    key += value === undefined ? '\n' : `\n=${String(value)}`;
  }
  // The last, since it alone may have lines of its own.
  if (body) key += `\n${body.toString('latin1')}`;
  return key.length > LONGEST_KEY ? createHash('sha256').update(key).digest('base64') : key;
};
