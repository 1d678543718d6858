/** A request of less than 10 KB that anybody may send and that tries to make the server do far more work than its size suggests. */
export interface HostileRequest {
  name: string;
  path: string;
  /** Sent as JSON with POST; if absent, the request is a GET. */
  body?: unknown;
}

const times = (count: number, one: (n: number) => string, between = ' '): string =>
  Array.from({ length: count }, (_, n) => one(n)).join(between);
const pairs = (count: number): string => '[tickers][articles]'.repeat(count);
const populated = (count: number): string => '[tickers][populate][articles][populate]'.repeat(count);

const rest = (name: string, query: string): HostileRequest => ({ name, path: `/api/articles?${query}` });
const graphql = (name: string, query: string, variables: object = {}): HostileRequest => ({
  name,
  path: '/graphql',
  body: { query, variables },
});

const page = (name: string, path: string): HostileRequest => ({ name, path });

const FILTERED = 'query ($f: ArticleFiltersInput) { articles(filters: $f) { title } }';
const nested = (levels: number): object =>
  levels === 0 ? { title: { containsi: 'a' } } : { and: [nested(levels - 1)] };

/** Requests that once stopped the newsroom, and for each limit the largest request that is still allowed. */
export const hostileRequests: readonly HostileRequest[] = [
  rest('filters, nine pairs', `filters${pairs(9)}[title]=x`),
  rest('filters, one pair', `filters${pairs(1)}[title][$ne]=x`),
  rest(
    'filters, three relations',
    'filters[tickers][symbol][$ne]=x&filters[companies][slug][$ne]=x&filters[disclaimers][name][$ne]=x',
  ),
  rest(
    'filters, 20 searches',
    times(20, (n) => `filters[$or][${n}][summary][$containsi]=nowhere${n}`, '&'),
  ),
  rest('_q', '_q=nowhere'),
  rest('sort by a relation', 'sort=tickers.symbol&pagination[pageSize]=100'),
  rest('sort, 2,000 times', `sort=${'title,'.repeat(1_600)}title`),
  rest('populate, five pairs', `populate${populated(5)}=*`),
  rest('populate, one pair', 'populate[tickers][populate]=articles&pagination[pageSize]=25'),
  rest('populate, one pair, ten of it', 'populate[tickers][populate]=articles&pagination[pageSize]=10'),
  rest('populate all', 'populate=*&pagination[pageSize]=100'),
  rest('the last page', 'pagination[pageSize]=100&pagination[page]=20'),
  graphql('GraphQL, 300 conditions', FILTERED, { f: { or: Array(300).fill({ title: { containsi: 'x' } }) } }),
  graphql('GraphQL, 20 conditions', FILTERED, { f: { or: Array(20).fill({ title: { containsi: 'x' } }) } }),
  graphql('GraphQL, 500 nested', FILTERED, { f: nested(500) }),
  graphql(
    'GraphQL, 240 aliases',
    `{ articles(pagination: { limit: 100 }) { ${times(240, (n) => `a${n}: cover { url }`)} } }`,
  ),
  graphql(
    'GraphQL, 9 aliases',
    `{ articles(pagination: { limit: 100 }) { ${times(9, (n) => `a${n}: cover { url }`)} } }`,
  ),
  graphql(
    'GraphQL, nodes of a page',
    '{ articles_connection(pagination: { limit: 100 }) { nodes { tickers { articles { title } } } } }',
  ),
  graphql(
    'GraphQL, a page of relations',
    '{ articles(pagination: { limit: 25 }) { title tickers { symbol company { name } } companies { name } } }',
  ),
  graphql(
    'GraphQL, fragments that double',
    `
      {
        ...F0
      }
      ${times(40, (n) => `fragment F${n} on Query { a${n}: __typename ...F${n + 1} ...F${n + 1} }`)}
      fragment F40 on Query {
        __typename
      }
    `,
  ),
  page('the front page', '/'),
  page('the page of an article', '/articles/story-137'),
  page('a search of the site', '/search?q=microsoft'),
  page('the last page of a kind', '/?kind=news&page=100'),
  page('a feed', '/feeds/rss?page=40'),
  page('a sitemap', '/sitemaps/articles-2.xml'),
  page('the news sitemap', '/news-sitemap.xml'),
  page('ninjs', '/api/ninjs'),
  page('OpenAPI', '/api/openapi.json'),
  { name: 'a list of ones', path: '/api/articles', body: { data: Array(4_500).fill(1) } },
];
