import type { WireRequest } from '../load';
import { slugOf } from '../sample-article';

export const ARTICLES = 2_000;
export const HOT = 100;

/**
 * The header that browsers and the `fetch` of frontends send. The newsroom without the cache does not compress; a proxy has to do
 * so there.
 */
const COMPRESSED = { 'accept-encoding': 'gzip, deflate, br' };

/** One article by its slug, with its quotes, companies and disclaimers. */
export const bySlug = (index: number, headers: Record<string, string> = {}): WireRequest => ({
  method: 'GET',
  path: `/api/articles?filters[slug][$eq]=${slugOf(index)}&populate[0]=quoteSnapshots&populate[1]=companies&populate[2]=disclaimers`,
  headers: { ...COMPRESSED, ...headers },
});

/** An address that was never requested, by a number. Its answer is the same as at the other addresses. */
export const newAddress = (number: number): WireRequest => {
  const request = bySlug(0);
  return { ...request, path: `${request.path}&filters[id][$gt]=-${number}` };
};

const list = (headers: Record<string, string>): WireRequest => ({
  method: 'GET',
  path: '/api/articles?sort=publishedAt:desc&populate=quoteSnapshots&pagination[pageSize]=20',
  headers,
});

const graphql = (query: string): WireRequest => ({
  method: 'POST',
  path: '/graphql',
  headers: COMPRESSED,
  body: JSON.stringify({ query }),
});

export const many = (count: number, of: (index: number) => WireRequest): WireRequest[] =>
  Array.from({ length: count }, (_, index) => of(index));

const RELATED = 'quoteSnapshots { instrument price } companies { name } disclaimers { name text }';

/** The requests of readers, by the row of the table. @param token a read-only API token of the node that is asked */
export const READS: Readonly<Record<string, (token: string) => WireRequest[]>> = {
  [`by slug, ${HOT} hot ones, public`]: () => many(HOT, (index) => bySlug(index)),
  [`by slug, ${HOT} hot ones, token`]: (token) =>
    many(HOT, (index) => bySlug(index, { authorization: `Bearer ${token}` })),
  [`by slug, any of ${ARTICLES.toLocaleString('en')}`]: () => many(ARTICLES, (index) => bySlug(index)),
  'list of 20 with quotes': () => [list(COMPRESSED)],
  'list of 20 with quotes, token': (token) => [list({ ...COMPRESSED, authorization: `Bearer ${token}` })],
  'list of 20 with quotes, for a client that takes no compression': () => [list({})],
  [`GraphQL, by slug, ${HOT} hot ones`]: () =>
    many(HOT, (index) =>
      graphql(
        `{ articles(filters: { slug: { eq: "${slugOf(index)}" } }) { title summary body ${RELATED} } }`,
      ),
    ),
  'GraphQL, list of 20 with quotes': () => [
    graphql(
      '{ articles(sort: "publishedAt:desc", pagination: { limit: 20 }) { title quoteSnapshots { instrument price } tickers { symbol } } }',
    ),
  ],
};
