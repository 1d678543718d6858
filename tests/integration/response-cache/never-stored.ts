import { publishArticle } from '../../support/articles';
import { authorizeToken } from '../../support/api-token';
import type { Suite } from '../../support/describe-newsroom';
import { addressOf, ask, cacheOf } from '../../support/response-cache';

export const neverStored: Suite = (newsroom) => {
  let address: string;
  let documentId: string;
  let token: string;
  const DRAFT = 'A word that only the draft has';
  beforeAll(async () => {
    address = await addressOf(newsroom());
    documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
    await newsroom()
      .strapi.documents('api::article.article')
      .update({ documentId, data: { title: DRAFT } });
    token = await authorizeToken(newsroom().strapi, 'full-access');
  });
  beforeEach(() => cacheOf(newsroom().strapi).entries.clear());

  const requests: Record<string, [path: string, options?: Parameters<typeof ask>[2]]> = {
    'a draft': ['/api/articles?status=draft'],
    'the endpoint for drafts': ['/api/articles/ID/draft'],
    'a draft over GraphQL': ['/graphql', { query: '{ articles(status: DRAFT) { title } }' }],
    'an error': ['/api/articles/nothing-here'],
    'a query that is refused': ['/api/articles?filters[nothing]=1'],
    'live quotes': ['/api/quote-snapshots/latest'],
    'live quotes over GraphQL': ['/graphql', { query: '{ latestQuotes { data { price } } }' }],
    'live quotes beside articles': [
      '/graphql',
      { query: '{ articles { title } latestQuotes { data { price } } }' },
    ],
    'the schema': ['/graphql', { query: '{ __schema { types { name } } }' }],
    'a query with a fault': ['/graphql', { query: '{ nothing }' }],
    'a mutation': [
      '/graphql',
      {
        query:
          'mutation { updateArticle(documentId: "ID", data: { summary: "x" }, status: DRAFT) { documentId } }',
      },
    ],
    files: ['/api/upload/files'],
    'with a cookie': ['/api/articles', { headers: { cookie: 'a=b' } }],
    'what a client asks not to store': [
      '/api/articles?fields=slug',
      { headers: { 'cache-control': 'no-store' } },
    ],
    'a part': ['/api/articles', { headers: { range: 'bytes=0-10' } }],
    'another spelling': ['/API/articles'],
    'who I am': ['/api/users/me'],
  };
  it.each(Object.keys(requests))('%s', async (name) => {
    const [path = '', options = {}] = requests[name] ?? [];
    const given = {
      ...options,
      headers: { authorization: token, ...(options.headers as object) },
      ...(options.query ? { query: options.query.replace('ID', documentId) } : {}),
    };
    const before = cacheOf(newsroom().strapi).counters.fills;
    for (let turn = 0; turn < 2; turn += 1) {
      expect((await ask(address, path.replace('ID', documentId), given)).cache).not.toMatch(/hit|miss/);
    }
    expect(cacheOf(newsroom().strapi).counters.fills).toBe(before);
    expect(cacheOf(newsroom().strapi).entries.size).toBe(0);
  });

  it('a draft, by whatever populate, filter or locale a token with the right to drafts asks', async () => {
    const paths = [
      '/api/articles?populate=*',
      '/api/articles?populate=localizations',
      '/api/tickers?populate[articles][fields]=title',
      '/api/companies?populate[articles][fields]=title&populate[articles][status]=draft',
      '/api/disclaimers?populate[articles][fields]=title',
    ];
    for (const path of paths) await ask(address, path, { headers: { authorization: token } });
    await ask(address, '/graphql', {
      query: '{ companies { articles(status: DRAFT) { title } } }',
      headers: { authorization: token },
    });
    const held = cacheOf(newsroom().strapi).entries.dump();
    expect(held.some(([, { value }]) => value.body.includes(DRAFT))).toBe(false);
  });
};
