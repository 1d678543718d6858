import type { ServedNewsroom } from './newsroom';
import { newSymbols } from './new-listings';
import { body, bodyNaming, slugOf } from './sample-article';

const FIELDS = 'documentId title slug kind publishedAt';
let published = 0;

/** The tasks of frontends and editors. With the plugin on, they include quotes. */
export const tasks = (newsroom: ServedNewsroom, quotes: boolean) => {
  const populate = quotes ? '&populate=quoteSnapshots' : '';
  const field = quotes ? 'quoteSnapshots { instrument price change currency quotedAt }' : '';
  const query = `{ articles(pagination: { limit: 20 }) { ${FIELDS} ${field} } }`;
  const publish = (text: typeof body) =>
    newsroom.send('POST', '/api/articles', { data: { title: `Published ${(published += 1)}`, body: text } });
  return {
    'read by slug': () => newsroom.send('GET', `/api/articles?filters[slug]=${slugOf(137)}${populate}`),
    'list of 20': () => newsroom.send('GET', `/api/articles?pagination[pageSize]=20${populate}`),
    'GraphQL, 20': () => newsroom.send('POST', '/graphql', { query }),
    // The same ten listings each time, so their quotes are known from the last seconds.
    'publish, 10 quotes': () => publish(body),
    // Listings that were never asked for: the provider is asked, and the quotes are written after the publication has committed.
    'publish, 10 new quotes': () => publish(bodyNaming(newSymbols(10).map((symbol) => `XNAS:${symbol}`))),
  };
};

export type Task = keyof ReturnType<typeof tasks>;
