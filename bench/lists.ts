import { FEW_COMPANY, FEW_TICKER } from './fill/articles';

/** The requests that frontends send most often: an address, or a query for GraphQL. */
export const LISTS: Readonly<Record<string, string>> = {
  'newest 20, titles': '/api/articles?sort=publishedAt:desc&fields=title&pagination[pageSize]=20',
  'the same, no total':
    '/api/articles?sort=publishedAt:desc&fields=title&pagination[pageSize]=20&pagination[withCount]=false',
  'newest 20, with quotes':
    '/api/articles?sort=publishedAt:desc&populate=quoteSnapshots&pagination[pageSize]=20',
  'the same, GraphQL':
    '{ articles(sort: "publishedAt:desc", pagination: { limit: 20 }) { title quoteSnapshots { instrument price } } }',
  'page 10': '/api/articles?sort=publishedAt:desc&fields=title&pagination[pageSize]=20&pagination[page]=10',
  'of a ticker (100)': `/api/articles?sort=publishedAt:desc&fields=title&filters[tickers][symbol]=${FEW_TICKER}&pagination[pageSize]=20`,
  'of a company (100)': `/api/articles?sort=publishedAt:desc&fields=title&filters[companies][slug]=${FEW_COMPANY}&pagination[pageSize]=20`,
  'the record, newest 20': '/api/quote-snapshots?sort=capturedAt:desc&pagination[pageSize]=20',
  'the same, of an instrument':
    '/api/quote-snapshots?filters[instrument]=XNAS:MSFT&sort=capturedAt:desc&pagination[pageSize]=20',
  'the same, no total, all':
    '/api/quote-snapshots?sort=capturedAt:desc&pagination[pageSize]=20&pagination[withCount]=false',
  'full-text search': '/api/articles?_q=Story&fields=title&pagination[pageSize]=20',
};

type Send = (method: 'GET' | 'POST', where: string, body?: unknown) => Promise<unknown>;

/** Requests a list of {@link LISTS}. */
export const askFor = (send: Send, list: string): Promise<unknown> =>
  list.startsWith('{') ? send('POST', '/graphql', { query: list }) : send('GET', list);
