import { createAdminUser, mayWith, signInAs } from '../support/admin-user';
import { ARTICLE, body, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { plantDrafts, uprootDrafts, type PlantedDrafts } from '../support/planted-drafts';

const COMPANY = 'api::company.company';
const TICKER = 'api::ticker.ticker';
const OWN = 'admin::is-creator';

/**
 * A reporter, who may read their own articles only, read those of others through whatever leads to them: clones, files,
 * translations, relations, filters and sorts. Strapi judges what is asked for directly, and shows what is reached from
 * there whole.
 */
export const regression: Suite = (newsroom) => {
  let planted: PlantedDrafts;
  let reporter: string;
  /** The reporter's own article. */
  let own: string;
  /** Whose drafts they are: an e-mail that the reporter must not be told either. */
  let author: { id: number; email: string };

  beforeAll(async () => {
    const { strapi } = newsroom();
    author = await strapi.db.query('admin::user').findOne({ where: { email: 'admin@example.com' } });
    planted = await plantDrafts(newsroom(), { createdBy: author.id, updatedBy: author.id });
    reporter = `Bearer ${await signInAs(strapi, 'newsroom-reporter')}`;
    const created = await post(`collection-types/${ARTICLE}`, {
      title: title(),
      body: body('Mine.'),
      companies: { connect: [{ documentId: planted.company }] },
    }).expect(201);
    own = created.body.data.documentId;
  });
  afterAll(async () => {
    await newsroom().strapi.documents(ARTICLE).delete({ documentId: own, locale: '*' });
    await uprootDrafts(newsroom(), planted);
  });

  const post = (path: string, sent: object, as = reporter) =>
    newsroom().http().post(`/content-manager/${path}`).set('authorization', as).send(sent);
  const get = (path: string, as = reporter) => newsroom().http().get(path).set('authorization', as);
  /** Nothing of another's article: no word, no id, no author. */
  const expectNothing = ({ text }: { text: string }) => {
    for (const word of [planted.secret, planted.draft, planted.published, author.email]) {
      expect(text).not.toContain(word);
    }
  };
  const idOf = async (documentId: string): Promise<number> =>
    (
      await newsroom()
        .strapi.db.query(ARTICLE)
        .findOne({ where: { documentId, publishedAt: null } })
    ).id;

  it.each(['clone', 'auto-clone'])('POST …/%s of another’s article is refused', async (act) => {
    for (const documentId of [planted.draft, planted.published]) {
      for (const query of ['', '?locale=de', '?populate=*']) {
        const answer = await post(`collection-types/${ARTICLE}/${act}/${documentId}${query}`, {});
        expectNothing(answer);
        expect([400, 403]).toContain(answer.status);
      }
    }
    expect(
      await newsroom()
        .strapi.documents(ARTICLE)
        .count({ filters: { byline: planted.secret }, status: 'draft' }),
    ).toBe(2);
  });

  it('a clone of their own is theirs', async () => {
    const answer = await post(`collection-types/${ARTICLE}/clone/${own}`, { title: title() }).expect(200);
    await newsroom().strapi.documents(ARTICLE).delete({ documentId: answer.body.data.documentId });
  });

  it.each([
    'populate=related',
    'populate[related]=*',
    'populate[related][populate]=*',
    'populate[related][on][api::article.article][populate]=createdBy',
    'populate=*',
    'populate[0]=related&populate[1]=createdBy',
    'populate[folder][populate][files][populate]=related',
    'filters[related][title][$notNull]=true&populate=related',
    'sort=related.title&populate=related',
  ])('files do not lead to them: ?%s', async (query) => {
    for (const path of ['/upload/files', `/upload/files/${planted.file}`, '/upload/folders']) {
      const answer = await get(`${path}?${query}`);
      expect(answer.text).not.toContain(planted.secret);
      expect(answer.text).not.toContain(planted.draft);
      // Folders have no such relation, which Strapi answers with 500.
      if (path.startsWith('/upload/files')) expect(answer.status).toBeLessThan(500);
    }
  });

  it('shared fields and translations of another’s article are refused', async () => {
    for (const documentId of [planted.draft, planted.published]) {
      const asked = { model: ARTICLE, id: await idOf(documentId), locale: 'de' };
      const shared = await newsroom()
        .http()
        .post('/i18n/content-manager/actions/get-non-localized-fields')
        .set('authorization', reporter)
        .send(asked);
      expectNothing(shared);
      expect(shared.status).toBe(403);
      const filled = await get(
        `/i18n/content-manager/get-fill-from-locale/${ARTICLE}?documentId=${documentId}&sourceLocale=en&targetLocale=fr`,
      );
      expectNothing(filled);
      expect(filled.status).toBe(403);
    }
    await newsroom()
      .http()
      .post('/i18n/content-manager/actions/get-non-localized-fields')
      .set('authorization', reporter)
      .send({ model: ARTICLE, id: await idOf(own), locale: 'en' })
      .expect(200);
  });

  it.each([
    ['filters[articles][byline][$startsWith]=P'],
    ['filters[articles][title][$notNull]=true'],
    ['filters[articles][id][$notNull]=true'],
    ['filters[$or][0][articles][summary][$contains]=P'],
    ['filters[company][articles][byline][$startsWith]=P'],
    ['filters[articles][createdBy][email][$startsWith]=a'],
    ['filters[articles][companies][articles][byline][$startsWith]=P'],
  ])('tickers cannot be filtered by their words: %s', async (filter) => {
    const list = `/content-manager/collection-types/${TICKER}`;
    const symbol = `filters[symbol][$startsWith]=PD`;
    const { status, body: answer } = await get(`${list}?${filter.replaceAll('P', planted.secret)}&${symbol}`);
    if (status === 200) expect(answer.results).toEqual([]);
    else expect(status).toBe(400);
    const asAdmin = await get(
      `${list}?filters[articles][byline][$startsWith]=${planted.secret}`,
      `Bearer ${newsroom().adminToken}`,
    );
    expect(asAdmin.body.results).toHaveLength(1);
  });

  it('companies cannot be sorted by them, and are not shown with them', async () => {
    const list = `/content-manager/collection-types/${COMPANY}`;
    await get(`${list}?sort=articles.byline:ASC`).expect(400);
    for (const query of [
      'populate=articles',
      'populate[articles]=*',
      'populate[articles][populate]=createdBy',
      'populate[tickers][populate]=articles',
      'populate[logo][populate]=related',
    ]) {
      for (const path of [list, `${list}/${planted.company}`]) expectNothing(await get(`${path}?${query}`));
    }
    const { body: answer } = await get(`${list}/${planted.company}`).expect(200);
    // How many there are would tell of them, too: an admin is told of the one that is published.
    expect(answer.data.articles).toEqual({ count: 0 });
    const asAdmin = await get(`${list}/${planted.company}`, `Bearer ${newsroom().adminToken}`).expect(200);
    expect(asAdmin.body.data.articles).toEqual({ count: 1 });
  });

  it('relations lists no ids and no authors of others’ articles', async () => {
    for (const [uid, documentId] of [
      [COMPANY, planted.company],
      [TICKER, planted.ticker],
    ] as const) {
      for (const query of [
        '',
        '?populate=createdBy',
        '?status=published',
        '?pageSize=100&page=1',
        '?populate=*',
      ]) {
        const listed = await get(`/content-manager/relations/${uid}/${documentId}/articles${query}`);
        expect(listed.status).toBeLessThan(500);
        expectNothing(listed);
        expectNothing(await get(`/content-manager/relations/${uid}/articles${query}`));
        expectNothing(
          await get(`/content-manager/relations/${uid}/articles?_q=${planted.secret}&id=${documentId}`),
        );
      }
    }
    const { body: answer } = await get(
      `/content-manager/relations/${COMPANY}/${planted.company}/articles`,
    ).expect(200);
    expect(answer.results.map((one: { documentId: string }) => one.documentId)).toEqual([own]);
  });

  it('what asks for many at once is refused as soon as one is another’s', async () => {
    for (const documentIds of [[planted.draft], [own, planted.published], [planted.published]]) {
      for (const sent of [
        { documentIds },
        { documentIds, locale: 'en' },
        { documentIds, locale: ['en', 'de'] },
      ]) {
        const answer = await post(`collection-types/${ARTICLE}/actions/bulkFindForValidation`, sent);
        expectNothing(answer);
        expect([400, 403]).toContain(answer.status);
      }
      const counted = await get(
        `/content-manager/collection-types/${ARTICLE}/actions/countManyEntriesDraftRelations?${documentIds
          .map((id, index) => `documentIds[${index}]=${id}`)
          .join('&')}`,
      );
      expect(counted.status).toBe(403);
    }
    await post(`collection-types/${ARTICLE}/actions/bulkFindForValidation`, { documentIds: [own] }).expect(
      200,
    );
  });

  it('a locale that another’s article does not have tells nothing of those that it has', async () => {
    for (const locale of ['en', 'de', 'fr', 'es']) {
      const path = `/content-manager/collection-types/${ARTICLE}/${planted.published}`;
      const answer = await get(`${path}?locale=${locale}`);
      expectNothing(answer);
      expect(answer.status).toBe(403);
      expect((await get(`${path}/actions/countDraftRelations?locale=${locale}`)).status).toBe(403);
    }
  });

  it('components do not tell whose relations they hold', async () => {
    const { strapi } = newsroom();
    const briefings = 'api::briefing.briefing';
    const attributes = ['title', 'parts.test.section', 'articles'];
    const { token } = await createAdminUser(strapi, `briefer${process.pid}`, [
      {
        action: 'plugin::content-manager.explorer.read',
        subject: briefings,
        conditions: [OWN],
        properties: { fields: attributes },
      },
      ...mayWith(strapi, ARTICLE, ['read']),
    ]);
    const section: { id: number } = await strapi.db
      .query('test.section')
      .findOne({ where: { heading: planted.secret } });
    for (const path of [`test.section/${section.id}/about`, `test.section/about?id=${section.id}`]) {
      await get(`/content-manager/relations/${path}`, `Bearer ${token}`).expect(403);
      await get(`/content-manager/relations/${path}`, `Bearer ${newsroom().adminToken}`).expect(200);
    }
  });

  it('whether a slug is taken is for those to know who make one', async () => {
    const { strapi } = newsroom();
    const { token } = await createAdminUser(
      strapi,
      `looker${process.pid}`,
      mayWith(strapi, ARTICLE, ['read'], [OWN]),
    );
    const asked = { contentTypeUID: ARTICLE, field: 'slug', value: 'is-this-taken', data: { title: 'x' } };
    for (const act of ['generate', 'check-availability']) {
      await post(`uid/${act}`, asked, `Bearer ${token}`).expect(403);
      await post(`uid/${act}`, asked).expect(200);
    }
  });

  it('the home page counts and lists what the reporter may read', async () => {
    const { body: counted } = await get('/content-manager/homepage/count-documents').expect(200);
    expect(counted.data).toMatchObject({ draft: 1, modified: 0 });
    const asAdmin = await get('/content-manager/homepage/count-documents', `Bearer ${newsroom().adminToken}`);
    expect(asAdmin.body.data.draft).toBeGreaterThan(1);
    for (const action of ['update', 'publish']) {
      expectNothing(await get(`/content-manager/homepage/recent-documents?action=${action}`).expect(200));
    }
  });

  it('an admin token sees what its owner’s permissions let it see, wherever it is shown', async () => {
    const { strapi } = newsroom();
    const tokens = strapi.service('admin::api-token-admin');
    const owner = await strapi.db
      .query('admin::user')
      .findOne({ where: { id: author.id }, populate: ['roles'] });
    const permissions = mayWith(strapi, ARTICLE, ['read']).map(
      ({ action, subject, properties, conditions }) => ({
        action,
        subject,
        properties,
        conditions,
      }),
    );
    const { accessKey } = await tokens.create(
      {
        name: `Admin token ${process.pid}`,
        description: '',
        lifespan: null,
        kind: 'admin',
        adminPermissions: permissions,
      },
      owner,
    );
    // As Strapi's MCP server does it, on a route that authenticates nobody.
    let titles: unknown[] = [];
    await strapi.requestContext.run({ state: {} } as never, async () => {
      const before = await strapi.documents(ARTICLE).findMany({ status: 'published' });
      await expect(strapi.documents(ARTICLE).findMany({ status: 'draft' })).rejects.toThrow('findDraft');
      expect(before.map((one) => one.title)).not.toContain(planted.secret);
      const { authenticated } = await tokens.authenticateAdminToken(accessKey);
      expect(authenticated).toBe(true);
      titles = (await strapi.documents(ARTICLE).findMany({ status: 'draft' })).map((one) => one.title);
    });
    expect(titles.join()).toContain(planted.secret);
  });

  it('a transfer token moves drafts, too: it is for all that there is', async () => {
    const { strapi } = newsroom();
    const transferring = {
      route: { info: { type: 'admin' } },
      auth: { strategy: { name: 'data-transfer' } },
    };
    let moved: unknown[] = [];
    await strapi.requestContext.run({ state: transferring } as never, async () => {
      moved = await strapi.db.query(ARTICLE).findMany({ where: { documentId: planted.draft } });
    });
    expect(moved).toHaveLength(1);
  });

  it('what is written is answered without what it leads to', async () => {
    const { strapi } = newsroom();
    // Somebody who keeps tickers, and reads their own articles only.
    const keeper = await createAdminUser(strapi, `keeper${process.pid}`, [
      ...mayWith(strapi, TICKER, ['create', 'read', 'update']),
      ...mayWith(strapi, ARTICLE, ['read'], [OWN]),
    ]);
    const path = `/content-manager/collection-types/${TICKER}/${planted.ticker}`;
    for (const query of ['', '?populate=*', '?populate=articles']) {
      const answer = await newsroom()
        .http()
        .put(`${path}${query}`)
        .set('authorization', `Bearer ${keeper.token}`)
        .send({ name: `Renamed ${query.length}` });
      expect(answer.status).toBe(200);
      expectNothing(answer);
      expect(answer.body.data.name).toBe(`Renamed ${query.length}`);
    }
    // Writing did not cut what the keeper cannot see.
    const after = await strapi
      .documents(TICKER)
      .findOne({ documentId: planted.ticker, populate: ['articles'] });
    expect(after?.articles?.length).toBeGreaterThan(1);
  });

  it('fields that a role does not show are not shown through a relation, nor found by', async () => {
    const { strapi } = newsroom();
    const [read] = mayWith(strapi, ARTICLE, ['read']);
    const { token } = await createAdminUser(strapi, `headlines${process.pid}`, [
      { ...read!, properties: { ...read!.properties, fields: ['slug', 'companies'] } },
      ...mayWith(strapi, COMPANY, ['read']),
    ]);
    const list = `/content-manager/collection-types/${COMPANY}`;
    for (const query of ['populate=articles', 'populate[articles]=*', 'populate[logo][populate]=related']) {
      const { text } = await get(`${list}?${query}`, `Bearer ${token}`);
      expect(text).not.toContain(planted.secret);
    }
    const { body: answer } = await get(
      `${list}?filters[articles][byline][$startsWith]=${planted.secret}`,
      `Bearer ${token}`,
    );
    expect(answer.results ?? []).toEqual([]);
    await get(`${list}?sort=articles.byline`, `Bearer ${token}`).expect(400);
  });
};
