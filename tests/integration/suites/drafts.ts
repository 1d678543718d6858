import { ARTICLE, body, title } from '../../support/articles';
import { createToken } from '../../../src/newsroom/access/create-token';
import { TOKENS } from '../../../src/newsroom/access/tokens';
import type { Suite } from '.';

/** In every text of what is not published, so that one look tells of a leak. */
const SECRET = 'Unpublished-merger';

/** Drafts are seen by whoever has the right to them, and their words tell nothing to anyone else. */
export const drafts: Suite = (newsroom) => {
  let company: string;
  let published: string;
  let previewKey: string;

  beforeAll(async () => {
    const { strapi } = newsroom();
    const companies = strapi.documents('api::company.company');
    company = (await companies.create({ data: { name: title() } })).documentId;
    const articles = strapi.documents(ARTICLE);
    const out = await articles.create({
      data: { title: title(), companies: [company], body: body('Public.') },
      status: 'published',
    });
    published = out.documentId;
    // What is out, being rewritten; and what never was out.
    await articles.update({ documentId: published, data: { summary: SECRET } });
    await articles.create({ data: { title: `${SECRET} ${title()}`, companies: [company] } });
    await strapi
      .documents('api::disclaimer.disclaimer')
      .create({ data: { name: SECRET, key: 'secret', text: SECRET, appliesTo: 'chosen' } });
    await strapi.db.query('admin::api-token').deleteMany({ where: { name: TOKENS.preview.name } });
    previewKey = (await createToken(strapi, 'preview')) ?? '';
  });
  afterAll(async () => {
    await newsroom().strapi.db.query(ARTICLE).deleteMany({ where: {} });
    await newsroom()
      .strapi.db.query('api::disclaimer.disclaimer')
      .deleteMany({ where: { key: 'secret' } });
  });

  const get = (path: string) => newsroom().http().get(path);
  const ask = (query: string) => newsroom().http().post('/graphql').send({ query });

  it.each([
    '/api/articles?status=draft',
    '/api/disclaimers?status=draft',
    '/api/companies?status=draft&populate=articles',
    '/api/articles?status=draft&publicationFilter=never-published',
    '/api/articles?status[]=draft',
  ])('%s shows a visitor none', async (path) => {
    const answer = await get(path);
    expect([400, 403]).toContain(answer.status);
    expect(answer.text).not.toContain(SECRET);
  });

  it('are not populated, however deep', async () => {
    for (const path of [
      `/api/companies/${company}?populate=*`,
      `/api/companies/${company}?populate[articles][populate][companies][populate]=articles`,
      `/api/companies/${company}?populate[articles][status]=draft`,
      `/api/articles/${published}?populate[companies][populate]=articles&populate[localizations]=true`,
      '/api/articles?populate[companies][populate][articles][filters][summary][$notNull]=true',
    ]) {
      const answer = await get(path);
      expect(answer.text).not.toContain(SECRET);
      expect([200, 400]).toContain(answer.status);
    }
  });

  it.each([
    [`filters[articles][title][$startsWith]=${SECRET}`],
    [`filters[articles][summary][$eq]=${SECRET}`],
    [`filters[$or][0][articles][title][$contains]=${SECRET}`],
    [`filters[articles][disclaimers][text][$contains]=${SECRET}`],
  ])('companies cannot be filtered by the words of one: %s', async (filter) => {
    const answer = await get(`/api/companies?${filter}`).expect(200);
    expect(answer.body.data).toEqual([]);
    expect(answer.body.meta.pagination.total).toBe(0);
  });

  it('a filter that leaves published ones in still finds them', async () => {
    const answer = await get(`/api/companies?filters[articles][documentId]=${published}`).expect(200);
    expect(answer.body.data).toHaveLength(1);
  });

  it('nothing can be sorted by the words of one', async () => {
    const answer = await get('/api/companies?sort=articles.title').expect(400);
    expect(answer.body.error.message).toContain('articles');
  });

  it.each([
    `{ articles(status: DRAFT) { title summary } }`,
    `{ companies { articles(status: DRAFT) { title summary } } }`,
    `{ articles { companies { articles(status: DRAFT) { title summary } } } }`,
    `{ disclaimers(status: DRAFT) { name text } }`,
    `{ companies(filters: { articles: { title: { contains: "${SECRET}" } } }) { name } }`,
    `{ articles { companies(filters: { articles: { title: { contains: "${SECRET}" } } }) { slug } } }`,
  ])('GraphQL tells a visitor nothing: %s', async (query) => {
    const { body: answer } = await ask(query);
    const { data } = answer;
    // The query itself names the secret: what counts is what comes back.
    expect(JSON.stringify(data ?? null)).not.toContain(SECRET);
    if (query.includes('{ name }')) expect(data.companies).toEqual([]);
    if (query.includes('{ slug }')) {
      expect(data.articles.flatMap(({ companies }: { companies: object[] }) => companies)).toEqual([]);
    }
  });

  it('are there for the Preview token, over REST and GraphQL', async () => {
    const auth = `Bearer ${previewKey}`;
    const rest = await get('/api/articles?status=draft&populate=companies').set('authorization', auth);
    expect(rest.text).toContain(SECRET);
    const graphql = await ask(`{ articles(status: DRAFT) { title } }`).set('authorization', auth);
    expect(graphql.text).toContain(SECRET);
  });
};
