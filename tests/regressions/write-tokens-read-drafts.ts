import { PUBLIC_ACTIONS } from '../../src/newsroom/access/public-permissions';
import { authorizeToken } from '../support/api-token';
import { ARTICLE, body, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { plantDrafts, uprootDrafts, type PlantedDrafts } from '../support/planted-drafts';

const updates = ['ticker', 'company', 'article', 'briefing', 'disclaimer'].map(
  (name) => `api::${name}.${name}.update`,
);
const creates = ['company', 'article', 'briefing'].map((name) => `api::${name}.${name}.create`);

/**
 * A token with the right to update tickers alone read drafts in what its writes answered: Strapi populates there whatever
 * a client asks for. Without `findDraft` a write answers what was sent, and what the caller could read as published.
 */
export const regression: Suite = (newsroom) => {
  let planted: PlantedDrafts;
  let writer: string;
  let reader: string;

  beforeAll(async () => {
    const { strapi } = newsroom();
    planted = await plantDrafts(newsroom());
    writer = await authorizeToken(strapi, 'custom', [...updates, ...creates, 'api::article.article.delete']);
    // Who may read too is not dropped by Strapi from what it populates.
    reader = await authorizeToken(strapi, 'custom', [
      ...PUBLIC_ACTIONS,
      'api::briefing.briefing.find',
      'plugin::upload.content-api.find',
      ...updates,
      ...creates,
    ]);
  });
  afterAll(() => uprootDrafts(newsroom(), planted));

  const put = (path: string, data: object, authorization: string) =>
    newsroom().http().put(path).set('authorization', authorization).send({ data });
  const mutate = (query: string, authorization: string) =>
    newsroom().http().post('/graphql').set('authorization', authorization).send({ query });
  const who = () => [writer, reader];

  it.each([
    'status=draft&populate[articles][populate]=*',
    'populate=*',
    'populate=articles',
    'populate[articles][status]=draft',
    'populate[articles][filters][publishedAt][$null]=true',
    'populate[company][populate][logo][populate]=related',
    'populate[company][populate][logo][populate]=*',
    'populate[company][populate][logo][populate][related][populate]=*',
    'populate[company][populate][articles]=true&status=draft',
    'populate[articles][count]=true',
  ])('PUT of a ticker with ?%s populates no draft', async (query) => {
    for (const authorization of who()) {
      const { status, text } = await put(
        `/api/tickers/${planted.ticker}?${query}`,
        { company: planted.company },
        authorization,
      );
      expect(text).not.toContain(planted.secret);
      expect([200, 400]).toContain(status);
    }
  });

  it('still populates what is published', async () => {
    const path = `/api/tickers/${planted.ticker}?populate[articles][fields]=title&populate[company]=true`;
    const { data } = (await put(path, { name: 'Renamed' }, reader).expect(200)).body;
    expect(data).toMatchObject({ name: 'Renamed', company: { documentId: planted.company } });
    expect(data.articles.map(({ documentId }: { documentId: string }) => documentId)).toEqual([
      planted.published,
    ]);
  });

  it.each(['', '&populate=*', '&fields=summary', '&populate[companies][populate]=articles', '&locale=de'])(
    'PUT ?status=draft%s answers documentId and the fields that were sent',
    async (query) => {
      for (const authorization of who()) {
        const answer = await put(
          `/api/articles/${planted.draft}?status=draft${query}`,
          { coverCaption: 'Sent.' },
          authorization,
        ).expect(200);
        expect(answer.text).not.toContain(planted.secret);
        const { data } = answer.body;
        expect(data).toMatchObject({ documentId: planted.draft, coverCaption: 'Sent.', publishedAt: null });
        const told = ['id', 'documentId', 'locale', 'createdAt', 'updatedAt', 'publishedAt', 'coverCaption'];
        expect(Object.keys(data).sort()).toEqual(told.sort());
      }
    },
  );

  it('a draft whose text is in components and dynamic zones is not answered either', async () => {
    for (const query of ['', '&populate=*', '&populate[parts][on][test.section][populate]=*']) {
      const answer = await put(`/api/briefings/${planted.briefing}?status=draft${query}`, {}, reader).expect(
        200,
      );
      expect(answer.text).not.toContain(planted.secret);
      expect(answer.body.data).toMatchObject({ documentId: planted.briefing });
    }
  });

  it('POST of a draft answers what was sent, and populates no draft through it', async () => {
    const { http, strapi } = newsroom();
    const data = { title: title(), companies: [planted.company], cover: planted.file };
    const answer = await http()
      .post(
        '/api/articles?status=draft&populate[companies][populate]=articles&populate[cover][populate]=related',
      )
      .set('authorization', reader)
      .send({ data })
      .expect(201);
    expect(answer.text).not.toContain(planted.secret);
    expect(answer.body.data).toMatchObject({ title: data.title });
    await strapi.documents(ARTICLE).delete({ documentId: answer.body.data.documentId });
  });

  it('what is published by a write is answered whole, as anyone may read it now', async () => {
    const { http, strapi } = newsroom();
    const data = { title: title(), body: body('(NASDAQ: MSFT)'), companies: [planted.company] };
    const answer = await http()
      .post('/api/articles?populate[companies][populate]=articles')
      .set('authorization', reader)
      .send({ data })
      .expect(201);
    expect(answer.text).not.toContain(planted.secret);
    expect(answer.body.data).toMatchObject({ title: data.title, kind: 'news' });
    expect(answer.body.data.companies).toHaveLength(1);
    await strapi.documents(ARTICLE).delete({ documentId: answer.body.data.documentId });
  });

  it('GraphQL mutations select no draft either', async () => {
    const { ticker, draft, company, secret } = planted;
    const article = '{ title summary byline companies { name articles { title } } localizations { title } }';
    for (const query of [
      `mutation { updateTicker(documentId: "${ticker}", data: { name: "x" }) { name articles ${article} } }`,
      `mutation { updateTicker(documentId: "${ticker}", status: DRAFT, data: {}) { articles_connection { nodes { title } } } }`,
      `mutation { updateTicker(documentId: "${ticker}", data: {}) { company { logo { related { ... on Article { title } } } } } }`,
      `mutation { a: updateCompany(documentId: "${company}", data: {}) { ...F } b: updateCompany(documentId: "${company}", data: {}) { ...F } } fragment F on Company { articles ${article} }`,
      `mutation { updateArticle(documentId: "${draft}", status: DRAFT, data: { kind: news }) ${article} }`,
      `mutation { updateArticle(documentId: "${draft}", status: DRAFT, data: { kind: news }) { documentId summary body companies { articles ${article} } } }`,
    ]) {
      for (const authorization of who()) {
        expect((await mutate(query, authorization)).text).not.toContain(secret);
      }
    }
    const sent = `mutation { updateArticle(documentId: "${draft}", status: DRAFT, data: { coverCaption: "Sent too." }) { documentId coverCaption summary } }`;
    const { body: answer } = await mutate(sent, writer).expect(200);
    expect(answer.data.updateArticle).toEqual({
      documentId: draft,
      coverCaption: 'Sent too.',
      summary: null,
    });
  });

  it('DELETE answers nothing of what it deleted', async () => {
    const { http, strapi } = newsroom();
    const { documentId } = await strapi.documents(ARTICLE).create({ data: { title: planted.secret } });
    const answer = await http().delete(`/api/articles/${documentId}?populate=*`).set('authorization', writer);
    expect(answer.status).toBe(204);
    expect(answer.text).not.toContain(planted.secret);
  });
};
