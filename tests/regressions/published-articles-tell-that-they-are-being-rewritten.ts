import { PUBLIC_ACTIONS } from '../../src/newsroom/access/public-permissions';
import { READ_DRAFTS } from '../../src/newsroom/access/tokens';
import { authorizeToken } from '../support/api-token';
import type { Suite } from '../support/describe-newsroom';
import { plantDrafts, uprootDrafts, type PlantedDrafts } from '../support/planted-drafts';

const FILTERS = [
  'never-published',
  'has-published-version',
  'modified',
  'unmodified',
  'never-published-document',
  'has-published-version-document',
  'published-without-draft',
  'published-with-draft',
];

/** `publicationFilter=modified` told visitors which articles had unpublished edits: somebody is about to correct them. */
export const regression: Suite = (newsroom) => {
  let planted: PlantedDrafts;
  beforeAll(async () => {
    planted = await plantDrafts(newsroom());
  });
  afterAll(() => uprootDrafts(newsroom(), planted));

  const get = (path: string) => newsroom().http().get(path);
  const ask = (query: string) => newsroom().http().post('/graphql').send({ query });

  it.each([
    ...FILTERS.map((value) => `publicationFilter=${value}`),
    'hasPublishedVersion=true',
    'hasPublishedVersion=false',
    'status=published&publicationFilter=modified',
  ])('?%s is refused to visitors', async (query) => {
    for (const path of ['/api/articles', `/api/articles/${planted.published}`, '/api/companies']) {
      const { body: answer } = await get(`${path}?${query}`).expect(403);
      expect(answer.data).toBeNull();
    }
  });

  it.each(['publicationFilter[]=modified', 'publicationFilter[0]=modified', 'publicationFilter=MODIFIED'])(
    '?%s finds nothing',
    async (query) => {
      const { status, body: answer } = await get(`/api/articles?${query}`);
      expect([400, 403]).toContain(status);
      expect(answer.data ?? null).toBeNull();
    },
  );

  it('nor does a write that is found by it tell', async () => {
    const writer = await authorizeToken(newsroom().strapi, 'custom', ['api::article.article.update']);
    const { status } = await newsroom()
      .http()
      .put(`/api/articles/${planted.published}?status=draft&publicationFilter=modified`)
      .set('authorization', writer)
      .send({ data: { kind: 'news' } });
    expect(status).toBe(403);
  });

  it.each(['publicationFilter: MODIFIED', 'hasPublishedVersion: true', 'publicationFilter: NEVER_PUBLISHED'])(
    'GraphQL (%s) is refused to visitors',
    async (argument) => {
      for (const query of [
        `{ articles(${argument}) { documentId } }`,
        `{ articles_connection(${argument}) { nodes { documentId } pageInfo { total } } }`,
        `{ article(documentId: "${planted.published}", ${argument}) { documentId } }`,
        `{ companies(${argument}) { articles { documentId } } }`,
      ]) {
        const { text } = await ask(query);
        expect(text).not.toContain(planted.published);
        expect(text).toMatch(/findDraft/);
      }
    },
  );

  it('whoever may read drafts may ask', async () => {
    const preview = await authorizeToken(newsroom().strapi, 'custom', [...PUBLIC_ACTIONS, READ_DRAFTS]);
    const { body: answer } = await get('/api/articles?publicationFilter=modified')
      .set('authorization', preview)
      .expect(200);
    const found = answer.data.map(({ documentId }: { documentId: string }) => documentId);
    expect(found).toContain(planted.published);
  });

  it('dates, counts and order of companies are the same with drafts and without', async () => {
    const path = `/api/companies/${planted.company}?populate[articles][fields]=updatedAt`;
    const before = (await get(path).expect(200)).body.data;
    const { strapi } = newsroom();
    await strapi
      .documents('api::article.article')
      .update({ documentId: planted.published, data: { coverCaption: 'Again.' } });
    expect((await get(path).expect(200)).body.data).toEqual(before);
    for (const filter of [
      `filters[articles][documentId]=${planted.draft}`,
      'filters[articles][id][$notNull]=true&filters[articles][publishedAt][$null]=true',
    ]) {
      const { body: answer } = await get(`/api/companies?${filter}`);
      expect(answer.data ?? []).toEqual([]);
    }
    for (const sort of ['articles.title', 'articles.updatedAt:desc', 'tickers.articles.title']) {
      await get(`/api/companies?sort=${sort}`).expect(400);
    }
    await get('/api/articles?sort=localizations.title').expect(400);
  });

  it('a company that only drafts are about is as one that nothing is about', async () => {
    const { strapi } = newsroom();
    const companies = strapi.documents('api::company.company');
    const quiet = await companies.create({ data: { name: `Quiet ${process.pid}` } });
    const talked = await companies.create({ data: { name: `Talked about ${process.pid}` } });
    const { documentId } = await strapi
      .documents('api::article.article')
      .create({ data: { title: planted.secret, companies: [talked.documentId] } });
    for (const filter of [
      '[$null]=true',
      '[$notNull]=true',
      '[id][$null]=true',
      '[title][$null]=true',
      '=null',
    ]) {
      const { body: answer } = await get(
        `/api/companies?filters[articles]${filter}&filters[name][$endsWith]=${process.pid}`,
      );
      const found = ((answer.data ?? []) as { documentId: string }[]).map((one) => one.documentId);
      expect([
        [filter, found.includes(quiet.documentId)],
        [filter, found.includes(talked.documentId)],
      ]).toEqual([
        [filter, found.includes(quiet.documentId)],
        [filter, found.includes(quiet.documentId)],
      ]);
    }
    await strapi.documents('api::article.article').delete({ documentId });
    for (const one of [quiet, talked]) await companies.delete({ documentId: one.documentId, locale: '*' });
  });
};
