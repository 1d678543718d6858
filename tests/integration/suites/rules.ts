import type { RuleLevels } from '../../../src/newsroom/rules/rules';
import { signInAs } from '../../support/admin-user';
import { ARTICLE, body, publishArticle, title } from '../../support/articles';
import type { Suite } from '.';

const DISCLAIMER = 'api::disclaimer.disclaimer';
const DEFAULTS: RuleLevels = { 'disclaimer-text': 'warn', mentions: 'warn', byline: 'warn' };

export const rules: Suite = (newsroom) => {
  const documents = () => newsroom().strapi.documents(ARTICLE);
  const set = (levels: Partial<RuleLevels>) =>
    newsroom().strapi.config.set('newsroom.rules', { ...DEFAULTS, ...levels });
  afterEach(() => set({}));

  const admin = (method: 'get' | 'post', path: string, token = newsroom().adminToken) =>
    newsroom().http()[method](path).set('authorization', `Bearer ${token}`);
  const manager = (path: string) => admin('post', `/content-manager/collection-types/${ARTICLE}${path}`);
  const token = async () => {
    const created = await newsroom()
      .strapi.service('admin::api-token')
      .create({ name: title(), type: 'full-access', description: '', lifespan: null });
    return `Bearer ${created.accessKey}`;
  };
  const draft = async (data: object = { kind: 'opinion' }) =>
    (await documents().create({ data: { title: title(), ...data } })).documentId;
  const isOut = async (documentId: string) =>
    (await newsroom().http().get(`/api/articles/${documentId}`)).status === 200;

  it('warn by default, and the publication goes on', async () => {
    expect(newsroom().strapi.config.get('newsroom.rules')).toEqual(DEFAULTS);
    const documentId = await draft({ kind: 'opinion', body: body('Bank (TSE: RY)') });
    const answer = await admin('get', `/newsroom/publication-checks/${documentId}`).expect(200);
    expect(answer.body.data.findings).toEqual([
      {
        rule: 'mentions',
        level: 'warn',
        field: 'body',
        message: expect.stringMatching(/“TSE” may mean XTKS or XTSE.*add the ticker/),
      },
      { rule: 'byline', level: 'warn', field: 'byline', message: expect.stringContaining('“opinion”') },
    ]);
    await manager(`/${documentId}/actions/publish`).send({}).expect(200);
    expect(await isOut(documentId)).toBe(true);
  });

  describe('that block refuse every road, with what to do, and leave nothing behind', () => {
    beforeEach(() => set({ byline: 'block' }));

    const refusal = {
      name: 'ValidationError',
      message: expect.stringMatching(/^Not published in “en”\. .*needs a byline: say who wrote it/),
      details: { errors: [expect.objectContaining({ path: ['byline'], rule: 'byline' })] },
    };

    it('the Publish button, saved before or not', async () => {
      const documentId = await draft();
      const saved = await manager(`/${documentId}/actions/publish`).send({}).expect(400);
      expect(saved.body.error).toMatchObject(refusal);
      expect(await isOut(documentId)).toBe(false);
      const text = title();
      await manager('/actions/publish').send({ title: text, kind: 'analysis' }).expect(400);
      expect(
        await newsroom()
          .strapi.db.query(ARTICLE)
          .count({ where: { title: text } }),
      ).toBe(0);
    });

    it('bulk publish', async () => {
      const documentIds = [await draft({ kind: 'news' }), await draft()];
      await manager('/actions/bulkPublish').send({ documentIds }).expect(400);
      for (const documentId of documentIds) expect(await isOut(documentId)).toBe(false);
    });

    it('REST', async () => {
      const text = title();
      const post = await newsroom()
        .http()
        .post('/api/articles')
        .set('authorization', await token())
        .send({ data: { title: text, kind: 'opinion' } })
        .expect(400);
      expect(post.body.error).toMatchObject(refusal);
      expect(
        await newsroom()
          .strapi.db.query(ARTICLE)
          .count({ where: { title: text } }),
      ).toBe(0);
      const documentId = await publishArticle(newsroom(), ['x'], { kind: 'opinion', byline: 'Ada' });
      await newsroom()
        .http()
        .put(`/api/articles/${documentId}`)
        .set('authorization', await token())
        .send({ data: { byline: ' ' } })
        .expect(400);
      const { body: answer } = await newsroom().http().get(`/api/articles/${documentId}`).expect(200);
      expect(answer.data.byline).toBe('Ada');
    });

    it('GraphQL', async () => {
      const query = `mutation ($data: ArticleInput!) { createArticle(data: $data) { documentId } }`;
      const answer = await newsroom()
        .http()
        .post('/graphql')
        .set('authorization', await token())
        .send({ query, variables: { data: { title: title(), kind: 'opinion' } } });
      expect(answer.body.errors[0].message).toContain('needs a byline');
      expect(answer.body.data?.createArticle ?? null).toBeNull();
    });

    it('documents(), one locale or all; what was out stays out, with its quotes', async () => {
      const { strapi } = newsroom();
      const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)'], {
        kind: 'opinion',
        byline: 'Ada',
      });
      await documents().update({ documentId, data: { byline: '', body: body('(NYSE: ORCL)') } });
      await expect(documents().publish({ documentId, locale: '*' })).rejects.toThrow('needs a byline');
      await expect(
        documents().create({ data: { title: title(), kind: 'opinion' }, status: 'published' }),
      ).rejects.toThrow('needs a byline');
      const { body: answer } = await newsroom()
        .http()
        .get(`/api/articles/${documentId}?populate=quoteSnapshots`)
        .expect(200);
      expect(answer.data.byline).toBe('Ada');
      expect(answer.data.quoteSnapshots).toMatchObject([{ instrument: 'XNAS:MSFT', current: true }]);
      expect(
        await strapi.db
          .query('plugin::quote-snapshots.quote-snapshot')
          .count({ where: { relatedDocumentId: documentId } }),
      ).toBe(1);
    });

    it('drafts are saved all the same', async () => {
      const documentId = await draft();
      await documents().update({ documentId, data: { summary: 'Later.' } });
      expect((await documents().findOne({ documentId }))?.summary).toBe('Later.');
    });
  });

  it('can be switched off one by one', async () => {
    set({ byline: 'off', mentions: 'block' });
    await publishArticle(newsroom(), ['x'], { kind: 'opinion' });
    await expect(publishArticle(newsroom(), ['Bank (TSE: RY)'])).rejects.toThrow('“TSE” may mean');
    await publishArticle(newsroom(), ['Bank (TSX: RY)']);
  });

  describe('about disclaimers', () => {
    let documentId: string;
    beforeAll(async () => {
      const data = {
        name: 'Required',
        key: 'required',
        text: 'Required.',
        appliesTo: 'every-article' as const,
      };
      const created = await newsroom().strapi.documents(DISCLAIMER).create({ data, status: 'published' });
      documentId = created.documentId;
    });
    afterAll(async () => {
      await newsroom().strapi.db.query(ARTICLE).deleteMany({ where: {} });
      await newsroom().strapi.db.query(DISCLAIMER).deleteMany({ where: {} });
    });

    it('name the one that has no text in the locale, and say which readers are shown instead', async () => {
      set({ 'disclaimer-text': 'block' });
      const create = (locale: string) =>
        documents().create({ data: { title: title() }, locale, status: 'published' });
      await create('en');
      await expect(create('es')).rejects.toThrow(
        'The disclaimer “Required” has no published text in “es”: readers are shown the one in “en”.',
      );
      const translation = { name: 'Obligatorio', key: 'required', text: 'Obligatorio.' };
      await newsroom()
        .strapi.documents(DISCLAIMER)
        .update({ documentId, locale: 'es', data: translation, status: 'published' });
      await create('es');
    });

    it('tell of one that was chosen and is not published', async () => {
      const data = { name: 'Not yet', key: 'not-yet', text: 'x', appliesTo: 'chosen' as const };
      const unpublished = await newsroom().strapi.documents(DISCLAIMER).create({ data });
      const article = await draft({ kind: 'news', disclaimers: [unpublished.documentId] });
      const answer = await admin('get', `/newsroom/publication-checks/${article}`).expect(200);
      expect(answer.body.data.findings).toMatchObject([
        { rule: 'disclaimer-text', field: 'disclaimers', message: expect.stringContaining('“Not yet”') },
      ]);
      expect(answer.body.data.disclaimers).toEqual([
        { key: 'required', name: 'Required', appliesTo: 'every-article', language: 'en', text: 'Required.' },
        { key: 'not-yet', name: 'Not yet', appliesTo: 'chosen', language: null, text: null },
      ]);
    });
  });

  describe('in the admin, before the click', () => {
    it('are for those who may read the article', async () => {
      const documentId = await draft();
      const path = `/newsroom/publication-checks/${documentId}`;
      await newsroom().http().get(path).expect(401);
      const reporter = await signInAs(newsroom().strapi, 'newsroom-reporter');
      await admin('get', path, reporter).expect(403);
      await admin('get', path, await signInAs(newsroom().strapi, 'newsroom-compliance')).expect(200);
    });

    it.each([
      ['nosuchdocument', 404],
      ['nosuchdocument?locale=es', 404],
      ['x?locale=en&locale=es', 400],
      ['x?foo=1', 400],
    ])('%s is answered with %i', async (path, status) => {
      await admin('get', `/newsroom/publication-checks/${path}`).expect(status);
    });
  });
};
