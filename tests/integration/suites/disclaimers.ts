import { ARTICLE, body, publishArticle, title } from '../../support/articles';
import type { Suite } from '.';

const DISCLAIMER = 'api::disclaimer.disclaimer';
const WORDING = 'api::disclaimer-wording.disclaimer-wording';

interface Wording {
  documentId: string;
  key: string;
  name: string;
  text: string;
  appliesTo: string;
  language: string;
  wordedAt: string;
}

export const disclaimers: Suite = (newsroom) => {
  const documents = () => newsroom().strapi.documents(ARTICLE);
  const made: string[] = [];

  const disclaimer = async (
    key: string,
    appliesTo: 'every-article' | 'articles-with-quotes' | 'chosen',
    text = `The text of ${key}.`,
    status: 'published' | 'draft' = 'published',
  ): Promise<string> => {
    const data = { name: `Name of ${key}`, key, text, appliesTo };
    const { documentId } = await newsroom().strapi.documents(DISCLAIMER).create({ data, status });
    made.push(documentId);
    return documentId;
  };
  const reword = (documentId: string, text: string) =>
    newsroom().strapi.documents(DISCLAIMER).update({ documentId, data: { text }, status: 'published' });

  const overRest = async (documentId: string, locale = 'en'): Promise<Wording[]> => {
    const answer = await newsroom()
      .http()
      .get(`/api/articles/${documentId}?populate=appliedDisclaimers&locale=${locale}`)
      .expect(200);
    return answer.body.data.appliedDisclaimers;
  };
  const keys = async (documentId: string, locale = 'en') =>
    (await overRest(documentId, locale)).map(({ key }) => key);
  const admin = (method: 'get' | 'post' | 'put' | 'delete', path: string) =>
    newsroom()
      .http()
      [method](`/content-manager/collection-types/${path}`)
      .set('authorization', `Bearer ${newsroom().adminToken}`);
  const fullToken = async () => {
    const created = await newsroom()
      .strapi.service('admin::api-token')
      .create({ name: title(), type: 'full-access', description: '', lifespan: null });
    return `Bearer ${created.accessKey}`;
  };

  let everywhere: string;
  let withQuotes: string;
  let chosen: string;
  beforeAll(async () => {
    // Made in another order than the one they are shown in.
    chosen = await disclaimer('a-chosen', 'chosen');
    withQuotes = await disclaimer('b-quotes', 'articles-with-quotes');
    await disclaimer('d-every', 'every-article');
    everywhere = await disclaimer('c-every', 'every-article', 'As of today.');
  });
  // Other suites count on articles without disclaimers of every kind.
  afterAll(async () => {
    const { strapi } = newsroom();
    await strapi.db.query(ARTICLE).deleteMany({ where: {} });
    for (const documentId of made) await strapi.documents(DISCLAIMER).delete({ documentId, locale: '*' });
  });

  it('apply themselves, in a stable order: every article, with quotes, chosen; then by key', async () => {
    const plain = await publishArticle(newsroom(), ['No listing.']);
    expect(await keys(plain)).toEqual(['c-every', 'd-every']);
    const quoted = await publishArticle(newsroom(), ['(NASDAQ: MSFT)'], { disclaimers: [chosen] });
    expect(await keys(quoted)).toEqual(['c-every', 'd-every', 'b-quotes', 'a-chosen']);
  });

  it('come in one populate, over REST and over GraphQL, and say which wording they are', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
    const published = await newsroom()
      .strapi.documents(DISCLAIMER)
      .findOne({ documentId: everywhere, status: 'published' });
    const [first] = await overRest(documentId);
    expect(first).toMatchObject({
      key: 'c-every',
      name: 'Name of c-every',
      text: 'As of today.',
      appliesTo: 'every-article',
      language: 'en',
      wordedAt: published?.publishedAt,
    });
    const query = `query ($id: ID!) { article(documentId: $id) { appliedDisclaimers { documentId key name text language wordedAt } } }`;
    const answer = await newsroom()
      .http()
      .post('/graphql')
      .send({ query, variables: { id: documentId } });
    expect(answer.body.errors).toBeUndefined();
    const { appliedDisclaimers } = answer.body.data.article;
    expect(appliedDisclaimers.map(({ key }: Wording) => key)).toEqual(['c-every', 'd-every', 'b-quotes']);
    expect(appliedDisclaimers[0]).toEqual({
      documentId: first?.documentId,
      key: 'c-every',
      name: 'Name of c-every',
      text: 'As of today.',
      language: 'en',
      wordedAt: published?.publishedAt,
    });
  });

  describe('whatever the road', () => {
    const draft = async () =>
      (await documents().create({ data: { title: title(), body: body('No listing.') } })).documentId;
    const expected = ['c-every', 'd-every'];

    it('the Publish button, and bulk publish', async () => {
      const [one, two, three] = [await draft(), await draft(), await draft()];
      await admin('post', `${ARTICLE}/${one}/actions/publish`).send({}).expect(200);
      await admin('post', `${ARTICLE}/actions/bulkPublish`)
        .send({ documentIds: [two, three] })
        .expect(200);
      for (const documentId of [one, two, three]) expect(await keys(documentId)).toEqual(expected);
    });

    it('REST, with the wordings in its own answer where it asks for them', async () => {
      const answer = await newsroom()
        .http()
        .post('/api/articles?populate=appliedDisclaimers')
        .set('authorization', await fullToken())
        .send({ data: { title: title() } })
        .expect(201);
      expect(answer.body.data.appliedDisclaimers.map(({ key }: Wording) => key)).toEqual(expected);
      const documentId = await draft();
      await newsroom()
        .http()
        .put(`/api/articles/${documentId}`)
        .set('authorization', await fullToken())
        .send({ data: { summary: 'x' } })
        .expect(200);
      expect(await keys(documentId)).toEqual(expected);
    });

    it('GraphQL', async () => {
      const query = `mutation ($data: ArticleInput!) { createArticle(data: $data) { appliedDisclaimers { key } } }`;
      const answer = await newsroom()
        .http()
        .post('/graphql')
        .set('authorization', await fullToken())
        .send({ query, variables: { data: { title: title() } } });
      expect(answer.body.data.createArticle.appliedDisclaimers).toEqual(expected.map((key) => ({ key })));
    });

    it('several locales at once, each in its own language or the default one', async () => {
      // The content manager makes the key of a translation from its name: the wording keeps that of the original.
      const translation = { name: 'De todos', key: 'de-todos', text: 'A fecha de hoy.' };
      await newsroom()
        .strapi.documents(DISCLAIMER)
        .update({ documentId: everywhere, locale: 'es', data: translation, status: 'published' });
      const documentId = await draft();
      await documents().update({ documentId, locale: 'es', data: { title: title() } });
      await documents().publish({ documentId, locale: '*' });
      const texts = async (locale: string) =>
        (await overRest(documentId, locale)).map(({ text, language, key }) => [key, language, text]);
      expect(await texts('en')).toEqual([
        ['c-every', 'en', 'As of today.'],
        ['d-every', 'en', 'The text of d-every.'],
      ]);
      expect(await texts('es')).toEqual([
        ['c-every', 'es', 'A fecha de hoy.'],
        ['d-every', 'en', 'The text of d-every.'],
      ]);
    });

    it('many at the same time, the first with a new wording', async () => {
      const documentIds = await Promise.all(Array.from({ length: 4 }, draft));
      await reword(everywhere, 'Never seen before.');
      await Promise.all(documentIds.map((documentId) => documents().publish({ documentId })));
      const wordings = await Promise.all(documentIds.map((documentId) => overRest(documentId)));
      expect(new Set(wordings.map(([first]) => first?.documentId)).size).toBe(1);
      expect(wordings.map(([first]) => first?.text)).toEqual(Array(4).fill('Never seen before.'));
      await reword(everywhere, 'As of today.');
    });
  });

  it('keep the words of the publication until it is published again', async () => {
    const documentId = await publishArticle(newsroom(), ['No listing.']);
    const [before] = await overRest(documentId);
    newsroom().clock.advance(1_000);
    await reword(everywhere, 'As of tomorrow.');
    expect((await overRest(documentId))[0]).toEqual(before);

    await documents().publish({ documentId });
    const [after] = await overRest(documentId);
    expect(after).toMatchObject({ key: 'c-every', text: 'As of tomorrow.' });
    expect(Date.parse(after?.wordedAt ?? '')).toBeGreaterThan(Date.parse(before?.wordedAt ?? ''));
    expect(after?.documentId).not.toBe(before?.documentId);

    const record = await newsroom()
      .http()
      .get('/api/disclaimer-wordings?filters[key]=c-every&filters[language]=en&sort=wordedAt')
      .expect(200);
    expect(record.body.data.map(({ text }: Wording) => text)).toEqual(
      expect.arrayContaining(['As of today.', 'As of tomorrow.']),
    );

    await reword(everywhere, 'As of today.');
    await documents().publish({ documentId });
    expect((await overRest(documentId))[0]?.documentId).toBe(before?.documentId);
  });

  it('leave the article published, not modified, and its draft as the editor left it', async () => {
    const documentId = await publishArticle(newsroom(), ['No listing.'], { disclaimers: [chosen] });
    const answer = await admin('get', `${ARTICLE}/${documentId}`).expect(200);
    expect(answer.body.data.status).toBe('published');
    const draft = await documents().findOne({ documentId, populate: ['disclaimers', 'appliedDisclaimers'] });
    expect(draft?.disclaimers?.map(({ key }) => key)).toEqual(['a-chosen']);
    expect(draft?.appliedDisclaimers).toEqual([]);
  });

  it('that are mandatory cannot be taken off: not by leaving them out, not by sending others', async () => {
    const documentId = await publishArticle(newsroom(), ['No listing.']);
    const [wording] = await overRest(documentId);
    const own = { appliedDisclaimers: [], disclaimers: [] };
    const token = await fullToken();
    const put = (data: object) =>
      newsroom().http().put(`/api/articles/${documentId}`).set('authorization', token).send({ data });
    await put({ ...own, summary: 'x' });
    expect(await keys(documentId)).toEqual(['c-every', 'd-every']);
    await admin('put', `${ARTICLE}/${documentId}`)
      .send({ appliedDisclaimers: { disconnect: [{ documentId: wording?.documentId }] } })
      .expect(200);
    await admin('post', `${ARTICLE}/${documentId}/actions/publish`).send({}).expect(200);
    expect(await keys(documentId)).toEqual(['c-every', 'd-every']);
    const types = `{ __type(name: "ArticleInput") { inputFields { name } } }`;
    const { body: schema } = await newsroom().http().post('/graphql').send({ query: types });
    const inputs: string[] = schema.data.__type.inputFields.map(({ name }: { name: string }) => name);
    expect(inputs).toContain('disclaimers');
    expect(inputs).not.toContain('appliedDisclaimers');
  });

  it('that an editor no longer chooses, or whose quotes are gone, are gone at the next publication', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)'], { disclaimers: [chosen] });
    await documents().update({
      documentId,
      data: { body: body('No listing.'), disclaimers: [] },
      status: 'published',
    });
    expect(await keys(documentId)).toEqual(['c-every', 'd-every']);
  });

  it('go with an article that is unpublished; a discarded draft and a clone can be published', async () => {
    const documentId = await publishArticle(newsroom(), ['No listing.']);
    await documents().discardDraft({ documentId });
    await documents().publish({ documentId });
    expect(await keys(documentId)).toEqual(['c-every', 'd-every']);
    const clone = await documents().clone({ documentId, data: { title: title() } });
    const copy = clone!.documentId;
    expect(
      (await documents().findOne({ documentId: copy, populate: ['appliedDisclaimers'] }))?.appliedDisclaimers,
    ).toEqual([]);
    await documents().publish({ documentId: copy });
    expect(await keys(copy)).toEqual(['c-every', 'd-every']);
    await documents().unpublish({ documentId });
    await newsroom().http().get(`/api/articles/${documentId}`).expect(404);
  });

  it('leave no trace of a publication that is rolled back', async () => {
    const { strapi } = newsroom();
    await reword(everywhere, 'Rolled back.');
    const work = strapi.db.transaction(async () => {
      await documents().create({ data: { title: title() }, status: 'published' });
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await strapi.db.query(WORDING).count({ where: { text: 'Rolled back.' } })).toBe(0);
    await reword(everywhere, 'As of today.');
  });

  it.each([
    ['delete', () => admin('delete', `${DISCLAIMER}/${withQuotes}?locale=en`)],
    ['unpublish', () => admin('post', `${DISCLAIMER}/${withQuotes}/actions/unpublish`).send({})],
    [
      'bulk delete',
      () => admin('post', `${DISCLAIMER}/actions/bulkDelete`).send({ documentIds: [withQuotes] }),
    ],
    [
      'bulk unpublish',
      () => admin('post', `${DISCLAIMER}/actions/bulkUnpublish`).send({ documentIds: [withQuotes] }),
    ],
    [
      'delete over REST',
      async () =>
        newsroom()
          .http()
          .delete(`/api/disclaimers/${withQuotes}`)
          .set('authorization', await fullToken()),
    ],
  ])('in use: %s is refused with the count of articles', async (_what, attempt) => {
    await newsroom().strapi.db.query(ARTICLE).deleteMany({ where: {} });
    await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
    await publishArticle(newsroom(), ['(NASDAQ: AAPL)']);
    const { status, body: answer } = await attempt();
    expect(status).toBe(400);
    expect(answer.error.message).toContain('in use by 2 articles');
    expect(answer.error.details).toMatchObject({ articles: 2 });
  });

  it('can be deleted once no article uses them; a draft that chose one counts', async () => {
    const retired = await disclaimer('e-retired', 'chosen');
    const { documentId } = await documents().create({ data: { title: title(), disclaimers: [retired] } });
    await admin('delete', `${DISCLAIMER}/${retired}?locale=en`).expect(400);
    await documents().update({ documentId, data: { disclaimers: [] } });
    await admin('delete', `${DISCLAIMER}/${retired}?locale=en`).expect(200);
  });
};
