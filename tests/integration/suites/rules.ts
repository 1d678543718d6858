import type { RuleLevels } from '../../../src/newsroom/rules/rules';
import { createAdminUser, signInAs } from '../../support/admin-user';
import { ARTICLE, body, publishArticle, title } from '../../support/articles';
import type { Suite } from '.';

const DISCLAIMER = 'api::disclaimer.disclaimer';
const DEFAULTS: RuleLevels = {
  'disclaimer-text': 'warn',
  mentions: 'warn',
  byline: 'warn',
  corrections: 'warn',
};

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
        fault: 'ambiguousMention',
        values: { mention: 'TSE: RY' },
        message: expect.stringMatching(/“TSE” may mean Tokyo or TSX.*Add the ticker/),
      },
      {
        rule: 'byline',
        level: 'warn',
        field: 'byline',
        fault: 'missingByline',
        values: { kind: 'opinion' },
        message: expect.stringContaining('“opinion”'),
      },
    ]);
    await manager(`/${documentId}/actions/publish`).send({}).expect(200);
    expect(await isOut(documentId)).toBe(true);
  });

  it('an empty required field is said before publishing, saved or in the form', async () => {
    const asked = (entry: object) =>
      newsroom()
        .http()
        .post('/newsroom/publication-checks')
        .set('authorization', `Bearer ${newsroom().adminToken}`)
        .send({
          entry,
          tickers: { connect: [], disconnect: [] },
          disclaimers: { connect: [], disconnect: [] },
        })
        .expect(200);
    const empty = { field: 'title', fault: 'emptyField', level: 'block' };
    expect((await asked({ title: ' ' })).body.data.findings).toContainEqual(expect.objectContaining(empty));
    expect((await asked({})).body.data.findings).toContainEqual(expect.objectContaining(empty));
    expect((await asked({ title: 'x' })).body.data.findings).not.toContainEqual(
      expect.objectContaining({ fault: 'emptyField' }),
    );
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

    it('bulk publish names each article that is kept back, and the dialog knows them before', async () => {
      const [first, second] = [title(), title()];
      const kept = [
        await draft({ title: first, kind: 'opinion' }),
        await draft({ title: second, kind: 'opinion' }),
      ];
      const documentIds = [await draft({ kind: 'news' }), ...kept];
      const answer = await manager('/actions/bulkPublish').send({ documentIds, locale: 'en' }).expect(400);
      expect(answer.body.error.message).toMatch(
        new RegExp(`^Nothing was published.*“${first}” \\(en\\): .*byline.*“${second}” \\(en\\): .*byline`),
      );
      const asked = (sent: object, authorization = `Bearer ${newsroom().adminToken}`) =>
        newsroom()
          .http()
          .post('/newsroom/publication-checks/drafts')
          .set('authorization', authorization)
          .send(sent);
      const { body: before } = await asked({ documentIds }).expect(200);
      expect(before.data.map((one: { documentId: string }) => one.documentId)).toEqual(kept);
      expect(before.data[0]).toMatchObject({
        title: first,
        locale: 'en',
        hindrances: [{ field: 'byline', fault: 'missingByline', values: { kind: 'opinion' } }],
      });
      await asked({ documentIds: [] }).expect(400);
      await asked({ documentIds, extra: 1 }).expect(400);
      await asked({ documentIds }, '').expect(401);
      // Who may publish none of them is told nothing of them.
      const reporter = `Bearer ${await signInAs(newsroom().strapi, 'newsroom-reporter')}`;
      expect((await asked({ documentIds }, reporter).expect(200)).body.data).toEqual([]);
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

  describe('of what stands in a form', () => {
    const NOTHING = { connect: [], disconnect: [] };
    const ask = (form: object, token?: string) =>
      admin('post', '/newsroom/publication-checks', token).send({
        entry: {},
        tickers: NOTHING,
        disclaimers: NOTHING,
        ...form,
      });
    const check = async (form: object): Promise<{ findings: object[]; disclaimers: object[] }> =>
      (await ask(form).expect(200)).body.data;
    const faults = async (form: object) =>
      (await check(form)).findings.map((finding) => (finding as { fault: string }).fault);

    it('look at text that was never saved, and save nothing', async () => {
      const count = () => newsroom().strapi.db.query(ARTICLE).count();
      const before = await count();
      const entry = { title: 'Unsaved', kind: 'opinion', body: body('Bank (TSE: RY)') };
      expect(await faults({ entry })).toEqual(['ambiguousMention', 'missingByline']);
      expect(await faults({ entry: { ...entry, byline: 'Ada', body: body('Bank (TSX: RY)') } })).toEqual([]);
      expect(await count()).toBe(before);
    });

    it('take what the form does not say from the saved draft', async () => {
      const documentId = await draft({ kind: 'opinion', byline: 'Ada', body: body('Bank (TSE: RY)') });
      expect(await faults({ documentId })).toEqual(['ambiguousMention']);
      expect(await faults({ documentId, entry: { body: null, byline: '' } })).toEqual(['missingByline']);
      const { findings } = await check({ documentId, entry: { kind: 'news', summary: '(TSE: CM)' } });
      expect(findings).toMatchObject([{ field: 'summary' }, { field: 'body' }]);
    });

    it('count the tickers and disclaimers that the form links and unlinks', async () => {
      const { strapi } = newsroom();
      const ticker = await strapi
        .documents('api::ticker.ticker')
        .create({ data: { mic: 'XTSE', symbol: 'FORM' } });
      const other = await strapi
        .documents('api::ticker.ticker')
        .create({ data: { mic: 'XTKS', symbol: 'FORM' } });
      const disclaimer = await strapi.documents(DISCLAIMER).create({
        data: { name: 'In the form', key: 'in-the-form', text: 'x', appliesTo: 'chosen' },
        status: 'published',
      });
      const chosen = {
        key: 'in-the-form',
        name: 'In the form',
        appliesTo: 'chosen',
        language: 'en',
        text: 'x',
      };

      const entry = { title: 'Form', body: body('(TSE: FORM)') };
      expect(await faults({ entry })).toEqual(['ambiguousMention']);
      const connected = {
        entry,
        tickers: { connect: [ticker.documentId], disconnect: [] },
        disclaimers: { connect: [disclaimer.documentId], disconnect: [] },
      };
      expect(await check(connected)).toMatchObject({ findings: [], disclaimers: [chosen] });

      const documentId = await draft({
        ...entry,
        tickers: [ticker.documentId],
        disclaimers: [disclaimer.documentId],
      });
      expect(await check({ documentId })).toMatchObject({ findings: [], disclaimers: [chosen] });
      const unlinked = {
        documentId,
        tickers: { connect: [], disconnect: [ticker.documentId] },
        disclaimers: { connect: [], disconnect: [disclaimer.documentId] },
      };
      expect(await check(unlinked)).toMatchObject({
        findings: [expect.objectContaining({ fault: 'ambiguousMention' })],
        disclaimers: [],
      });
      for (const { documentId: id } of [ticker, other]) {
        await strapi.documents('api::ticker.ticker').delete({ documentId: id });
      }
      await strapi.db.query(ARTICLE).deleteMany({ where: { documentId } });
      await strapi.documents(DISCLAIMER).delete({ documentId: disclaimer.documentId });
    });

    it('know a translation that was never saved from the article that it translates', async () => {
      const documentId = await draft({ kind: 'opinion', byline: 'Ada' });
      expect(await faults({ documentId, locale: 'es', entry: { kind: 'opinion', title: 'Saga' } })).toEqual([
        'missingByline',
      ]);
    });

    it('are for those who may read or write the article', async () => {
      await newsroom().http().post('/newsroom/publication-checks').send({}).expect(401);
      const reporter = await signInAs(newsroom().strapi, 'newsroom-reporter');
      await ask({ entry: { title: 'Mine' } }, reporter).expect(200);
      await ask({ documentId: await draft() }, reporter).expect(403);
      const nobody = await createAdminUser(newsroom().strapi, 'checks-nobody', []);
      await ask({}, nobody.token).expect(403);
    });

    it.each([
      ['entry', { entry: 'text' }],
      ['tickers', { tickers: { connect: 'x' } }],
      ['disclaimers', { disclaimers: [] }],
      ['locale', { locale: 7 }],
      ['surplus', { surplus: 1 }],
    ])('a wrong %s is named', async (name, form) => {
      const answer = await ask(form).expect(400);
      expect(answer.body.error.message).toContain(name);
    });

    it.each([
      ['kind', { kind: { $ne: 1 } }],
      ['byline', { kind: 'opinion', byline: 7 }],
      ['body', { body: [{ type: 'paragraph', children: 7 }] }],
      ['relations', { tickers: 'x', disclaimers: 7, documentId: 'y' }],
    ])('values of the wrong type are no fault of the newsroom: %s', async (_name, entry) => {
      await ask({ entry }).expect(200);
    });
  });
};
