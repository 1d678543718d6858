import { PUBLIC_ACTIONS } from '../../src/newsroom/access/public-permissions';
import { READ_DRAFTS } from '../../src/newsroom/access/tokens';
import { authorizeToken } from '../support/api-token';
import { ARTICLE, publishArticle, title } from '../support/articles';
import { createAdminUser, mayWith } from '../support/admin-user';
import type { Suite } from '../support/describe-newsroom';

/** `_q` searched every column of text, those included that the content API shows to nobody. */
export const regression: Suite = (newsroom) => {
  let documentId: string;
  const headline = `Searched ${title()}`;
  beforeAll(async () => {
    documentId = await publishArticle(newsroom(), ['Public.'], { title: headline, byline: 'Rosa Byliner' });
  });
  afterAll(() => newsroom().strapi.documents(ARTICLE).delete({ documentId }));

  const search = async (path: string, words: string, authorization?: string): Promise<unknown[]> => {
    const request = newsroom()
      .http()
      .get(`${path}?_q=${encodeURIComponent(words)}`);
    if (authorization) void request.set('authorization', authorization);
    const { status, text, body } = await request;
    expect(status === 200 ? '' : text).toBe('');
    return body.data ?? body.results;
  };

  it('visitors find what they can read', async () => {
    for (const words of [headline, headline.toUpperCase(), 'rosa bylin', documentId]) {
      expect(await search('/api/articles', words)).toHaveLength(1);
    }
    expect(await search('/api/articles', '%')).toEqual([]);
  });

  it('and nothing by what they cannot, with the right to drafts or without', async () => {
    const preview = await authorizeToken(newsroom().strapi, 'custom', [...PUBLIC_ACTIONS, READ_DRAFTS]);
    const full = await authorizeToken(newsroom().strapi, 'full-access');
    for (const authorization of [undefined, preview, full]) {
      // The plugin's mark of what is recorded, and its key.
      for (const words of ['recorded', `${documentId}:en`]) {
        expect(await search('/api/articles', words, authorization)).toEqual([]);
      }
    }
  });

  it('GraphQL has no such search', async () => {
    const { text } = await newsroom()
      .http()
      .post('/graphql')
      .send({ query: '{ articles(filters: { _q: "recorded" }) { title } }' });
    expect(text).toMatch(/not defined|BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED/);
  });

  it('people of the admin find nothing by fields that their role does not show', async () => {
    const { strapi } = newsroom();
    const [read] = mayWith(strapi, ARTICLE, ['read']);
    const { token } = await createAdminUser(strapi, `searcher${process.pid}`, [
      { ...read!, properties: { ...read!.properties, fields: ['title', 'slug'] } },
    ]);
    const path = `/content-manager/collection-types/${ARTICLE}`;
    expect(await search(path, headline, `Bearer ${token}`)).toHaveLength(1);
    expect(await search(path, 'Rosa Bylin', `Bearer ${token}`)).toEqual([]);
    expect(await search(path, 'Rosa Bylin', `Bearer ${newsroom().adminToken}`)).toHaveLength(1);
  });
};
