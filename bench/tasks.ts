import type { ServedNewsroom } from './newsroom';
import { body, slugOf } from './sample-article';

const FIELDS = 'documentId title slug kind publishedAt';
let published = 0;

/** What frontends and editors do, with the quotes where the plugin is on. */
export const tasks = (newsroom: ServedNewsroom, quotes: boolean) => {
  const populate = quotes ? '&populate=quoteSnapshots' : '';
  const field = quotes ? 'quoteSnapshots { instrument price change currency quotedAt }' : '';
  const query = `{ articles(pagination: { limit: 20 }) { ${FIELDS} ${field} } }`;
  return {
    'read by slug': () => newsroom.send('GET', `/api/articles?filters[slug]=${slugOf(137)}${populate}`),
    'list of 20': () => newsroom.send('GET', `/api/articles?pagination[pageSize]=20${populate}`),
    'GraphQL, 20': () => newsroom.send('POST', '/graphql', { query }),
    'publish, 10 quotes': () =>
      newsroom.send('POST', '/api/articles', { data: { title: `Published ${(published += 1)}`, body } }),
  };
};

export type Task = keyof ReturnType<typeof tasks>;
