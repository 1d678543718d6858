import { signInAs } from '../../support/admin-user';
import { inMs, MINUTE_MS } from '../../support/article-times';
import { ARTICLE, body, publishArticle, title } from '../../support/articles';
import type { Suite } from '../../support/describe-newsroom';
import { renewSession } from '../../support/newsroom';
import { faultsOfNinjs } from '../../support/standards/ninjs';

const RECORD = 'api::article-publication.article-publication';
const ACT = 'api::article-act.article-act';
const TEXT = 'The merger fails tomorrow.';
const SUMMARY = 'A merger fails.';
const NOTICE = 'We could not confirm that the merger fails, and take this article back.';
const RETRACTED = 'This article has been retracted';

/** A page that stays at its address with a notice, on every road by which readers get it; and who may see what it said. */
export const retraction: Suite = (newsroom) => {
  const documents = () => newsroom().strapi.documents(ARTICLE);
  const get = (address: string) => newsroom().http().get(address);
  const keyOf = async (permissions: string[]) => {
    const { accessKey } = await newsroom()
      .strapi.service('admin::api-token')
      .create({ name: title(), type: 'custom', permissions, description: '', lifespan: null });
    return `Bearer ${accessKey}`;
  };
  const publish = (data: object = {}) =>
    publishArticle(newsroom(), [TEXT, '(NASDAQ: MSFT)'], {
      summary: SUMMARY,
      coverCaption: 'Merging.',
      coverCredit: 'Somebody',
      ...data,
    });
  const retract = (documentId: string, notice: unknown = NOTICE, locale = 'en') =>
    newsroom()
      .http()
      .post(`/api/articles/${documentId}/retract?locale=${locale}`)
      .set('authorization', key)
      .send({ data: { notice } });

  let key: string;
  beforeAll(async () => {
    key = await keyOf(['api::article.article.retract']);
  });
  beforeEach(async () => {
    newsroom().clock.advance(61_000);
    newsroom().adminToken = await renewSession(newsroom());
  });

  it('the dialog of a selection and “Before you publish” say that it is not published again', async () => {
    const documentId = await publish();
    await retract(documentId).expect(200);
    const check = async (method: 'get' | 'post', path: string, sent?: object) =>
      newsroom()
        .http()
        [method](`/newsroom/publication-checks/${path}`)
        .set('authorization', `Bearer ${newsroom().adminToken}`)
        .send(sent)
        .expect(200);
    const { body: selection } = await check('post', 'drafts', { documentIds: [documentId] });
    expect(selection.data).toMatchObject([{ documentId, hindrances: [{ fault: 'retracted' }] }]);
    const { body: one } = await check('get', documentId);
    expect(one.data.findings).toContainEqual(expect.objectContaining({ level: 'block', fault: 'retracted' }));
  });

  it('a request that says anything else than one notice for one locale is refused, and retracts nothing', async () => {
    const documentId = await publish();
    const inAdmin = newsroom()
      .http()
      .post(`/newsroom/articles/${documentId}/retract`)
      .set('authorization', `Bearer ${newsroom().adminToken}`);
    const extra = await inAdmin.send({ notice: NOTICE, quietly: true }).expect(400);
    expect(extra.body.error.message).toContain('Give { "notice": "…" } and nothing else');
    const path = `/api/articles/${documentId}/retract`;
    const twice = await newsroom()
      .http()
      .post(`${path}?locale=en&locale=es`)
      .set('authorization', key)
      .send({ data: { notice: NOTICE } })
      .expect(400);
    expect(twice.body.error.message).toContain('one locale at a time');
    await retract(documentId, NOTICE, '*').expect(404);
    expect((await get(`/api/articles/${documentId}`).expect(200)).body.data.retractedAt).toBeNull();
    await documents().unpublish({ documentId });
  });

  it('answers the article with the notice, and its text is gone on every road', async () => {
    const documentId = await publish();
    const before = (await get(`/api/articles/${documentId}`).expect(200)).body.data;
    newsroom().clock.advance(1_000);
    const answer = await retract(documentId).expect(200);
    expect(answer.body.data).toMatchObject({
      documentId,
      title: before.title,
      summary: null,
      body: null,
      coverCaption: null,
      coverCredit: null,
      firstPublishedAt: before.firstPublishedAt,
      publishedAt: before.publishedAt,
      correctedAt: null,
    });
    const { retractedAt, corrections } = answer.body.data;
    expect(corrections).toEqual([{ at: retractedAt, text: NOTICE, kind: 'retraction' }]);
    expect(retractedAt > before.publishedAt).toBe(true);

    const { body: graphql } = await newsroom()
      .http()
      .post('/graphql')
      .send({ query: `{ article(documentId: "${documentId}") { summary body retractedAt corrections } }` });
    expect(graphql.data.article).toEqual({ summary: null, body: null, retractedAt, corrections });

    const jsonLd = JSON.parse((await get(`/api/articles/${documentId}/json-ld`).expect(200)).text)[
      '@graph'
    ][0];
    expect(jsonLd).toMatchObject({
      datePublished: before.firstPublishedAt,
      dateModified: retractedAt,
      creativeWorkStatus: 'Retracted',
      correction: [{ '@type': 'CorrectionComment', text: NOTICE, datePublished: retractedAt }],
    });

    const item = JSON.parse((await get(`/api/articles/${documentId}/ninjs`).expect(200)).text);
    expect(faultsOfNinjs(item)).toEqual([]);
    expect(item).toMatchObject({ pubStatus: 'canceled', descriptions: [{ value: NOTICE }] });
    expect(item).not.toHaveProperty('bodies');

    const feed = JSON.parse((await get('/feeds/json').expect(200)).text);
    const entry = feed.items.find(({ id }: { id: string }) => id.includes(documentId));
    expect(entry).toMatchObject({ content_text: NOTICE, date_modified: retractedAt });
    expect(entry.tags).toContain('retracted');

    const page = await get(`/articles/${before.slug}`).expect(200);
    expect(page.text).toContain(NOTICE);
    expect(page.text).toContain(RETRACTED);
    const sitemap = (await get('/sitemaps/articles-1.xml').expect(200)).text;
    const listed = sitemap.split('<url>').find((one) => one.includes(`/articles/${before.slug}<`));
    expect(listed).toContain(`<lastmod>${retractedAt}</lastmod>`);
    expect((await get('/news-sitemap.xml').expect(200)).text).not.toContain(before.slug);

    for (const address of [
      `/api/articles/${documentId}?populate=*`,
      `/api/articles/${documentId}/json-ld`,
      `/api/articles/${documentId}/ninjs`,
      '/feeds/rss',
      '/feeds/atom',
      '/feeds/json',
      `/articles/${before.slug}`,
      `/api/articles?filters[summary][$eq]=${SUMMARY}`,
    ]) {
      const { text } = await get(address).expect(200);
      expect({ address, hasText: text.includes(TEXT) || text.includes(SUMMARY) }).toEqual({
        address,
        hasText: false,
      });
    }
  });

  it('tells webhooks, as a publication does', async () => {
    const documentId = await publish();
    const told: unknown[] = [];
    const listen = (event: { entry: { retractedAt: unknown } }): Promise<void> => {
      // Strapi tells of the publication itself when it is out, which may be now.
      if (event.entry.retractedAt !== null) told.push(event);
      return Promise.resolve();
    };
    newsroom().strapi.eventHub.on('entry.publish', listen);
    await retract(documentId).expect(200);
    newsroom().strapi.eventHub.off('entry.publish', listen);
    expect(told).toEqual([
      expect.objectContaining({
        uid: ARTICLE,
        entry: expect.objectContaining({
          documentId,
          corrections: [expect.objectContaining({ text: NOTICE })],
        }),
      }),
    ]);
  });

  it('is of one locale', async () => {
    const documentId = await publish();
    const translated = { title: title(), body: body('La fusión.') };
    await documents().update({ documentId, locale: 'es', data: translated, status: 'published' });
    await retract(documentId, 'Retirado.', 'es').expect(200);
    expect((await get(`/api/articles/${documentId}`).expect(200)).body.data.body).not.toBeNull();
    const spanish = (await get(`/api/articles/${documentId}?locale=es`).expect(200)).body.data;
    expect(spanish).toMatchObject({ body: null, corrections: [{ text: 'Retirado.' }] });
  });

  it('is final: nothing publishes the article again, and readers keep the notice', async () => {
    const documentId = await publish();
    await retract(documentId).expect(200);
    await expect(documents().publish({ documentId })).rejects.toThrow('was retracted');
    await expect(
      documents().update({ documentId, data: { summary: 'x' }, status: 'published' }),
    ).rejects.toThrow('was retracted');
    const button = await newsroom()
      .http()
      .post(`/content-manager/collection-types/${ARTICLE}/${documentId}/actions/publish`)
      .set('authorization', `Bearer ${newsroom().adminToken}`)
      .send({});
    expect(button.status).toBe(400);
    await retract(documentId).expect(400);
    expect((await get(`/api/articles/${documentId}`).expect(200)).body.data.body).toBeNull();
    await expect(documents().unpublish({ documentId })).rejects.toThrow('its page keeps the notice');
    await expect(documents().discardDraft({ documentId })).rejects.toThrow('all that is left of the text');
    const inAnHour = await inMs(newsroom(), 60 * MINUTE_MS);
    for (const field of ['publishAt', 'unpublishAt']) {
      const data = { [field]: inAnHour };
      await expect(documents().update({ documentId, data })).rejects.toThrow('was retracted');
    }
    expect((await get(`/api/articles/${documentId}`).expect(200)).body.data.retractedAt).not.toBeNull();
  });

  it('is deleted only by those who may retract: the same text could come back without its notice', async () => {
    const { http } = newsroom();
    const documentId = await publish();
    await retract(documentId).expect(200);
    const remove = (authorization: string) =>
      http().delete(`/api/articles/${documentId}`).set('authorization', authorization);
    const refused = await remove(await keyOf(['api::article.article.delete'])).expect(400);
    expect(refused.body.error.message).toContain('needs the right to retract articles');
    expect((await get(`/api/articles/${documentId}`).expect(200)).body.data.retractedAt).not.toBeNull();
    await remove(await keyOf(['api::article.article.delete', 'api::article.article.retract'])).expect(204);
    await get(`/api/articles/${documentId}`).expect(404);

    const other = await publish();
    await retract(other).expect(200);
    const inAdmin = (token: string) =>
      http()
        .delete(`/content-manager/collection-types/${ARTICLE}/${other}`)
        .set('authorization', `Bearer ${token}`);
    const { strapi } = newsroom();
    const role = await strapi.service('admin::role').findOne({ code: 'newsroom-editor' });
    const rights = await strapi.db
      .query('admin::permission')
      .findMany({ where: { role: role.id, action: 'api::articles.retract' } });
    expect(rights).toHaveLength(1);
    await strapi.db.query('admin::permission').delete({ where: { id: rights[0].id } });
    await inAdmin(await signInAs(strapi, 'newsroom-editor')).expect(400);
    await strapi.db.query('admin::permission').create({
      data: {
        action: 'api::articles.retract',
        role: role.id,
        actionParameters: {},
        properties: {},
        conditions: [],
      },
    });
    await inAdmin(await signInAs(strapi, 'newsroom-editor')).expect(200);
  });

  it('keeps the photo away, which another language brings along, and takes it from no other', async () => {
    const photo = await newsroom()
      .strapi.db.query('plugin::upload.file')
      .create({
        data: {
          ...{ name: 'merger.png', hash: 'merger', ext: '.png', mime: 'image/png', size: 1 },
          ...{ url: '/uploads/merger.png', provider: 'local', folderPath: '/' },
        },
      });
    const documentId = await publish({ cover: photo.id });
    const spanish = { title: title(), body: body('La fusión fracasa.') };
    await documents().update({ documentId, locale: 'es', data: spanish, status: 'published' });
    await retract(documentId, NOTICE, 'es').expect(200);
    await documents().update({ documentId, locale: 'en', data: { byline: 'Ada B.' }, status: 'published' });
    const coverIn = async (locale: string) =>
      (await get(`/api/articles/${documentId}?locale=${locale}&populate=cover`).expect(200)).body.data.cover;
    expect(await coverIn('es')).toBeNull();
    expect(await coverIn('en')).toMatchObject({ name: 'merger.png' });
    await newsroom()
      .strapi.db.query('plugin::upload.file')
      .delete({ where: { id: photo.id } });
  });

  it.each([undefined, null, '', ' \n', '\u200b', 7, 'x'.repeat(2_001)])(
    'asks for a notice: not %j',
    async (notice) => {
      const documentId = await publish();
      const answer = await newsroom()
        .http()
        .post(`/api/articles/${documentId}/retract`)
        .set('authorization', key)
        .send({ data: { notice } })
        .expect(400);
      expect(answer.body.error.message).toContain('notice');
      expect((await get(`/api/articles/${documentId}`).expect(200)).body.data.retractedAt).toBeNull();
    },
  );

  it('is refused for what readers do not have', async () => {
    const { documentId } = await documents().create({ data: { title: title() } });
    await retract(documentId).expect(404);
    await retract('nosuchdocument').expect(404);
  });

  it('needs its own permission', async () => {
    const documentId = await publish();
    const path = `/api/articles/${documentId}/retract`;
    const send = { data: { notice: NOTICE } };
    await newsroom().http().post(path).send(send).expect(403);
    const writer = await keyOf(['api::article.article.update', 'api::article.article.delete']);
    await newsroom().http().post(path).set('authorization', writer).send(send).expect(403);
    for (const [role, status] of [
      ['newsroom-reporter', 403],
      ['newsroom-compliance', 403],
      ['newsroom-editor', 200],
    ] as const) {
      const token = await signInAs(newsroom().strapi, role);
      await newsroom()
        .http()
        .post(`/newsroom/articles/${documentId}/retract`)
        .set('authorization', `Bearer ${token}`)
        .send({ notice: NOTICE })
        .expect(status);
    }
    const acts = await newsroom()
      .strapi.db.query(ACT)
      .findMany({ where: { articleDocumentId: documentId, act: 'retracted' } });
    expect(acts).toEqual([expect.objectContaining({ by: 'newsroom-editor Tester', reason: NOTICE })]);
  });

  it('is written with its line of the list of acts, or not at all', async () => {
    const { strapi } = newsroom();
    const documentId = await publish();
    const work = strapi.db.transaction(async () => {
      await retract(documentId).then(() => undefined);
    });
    await work;
    const rows = await strapi.db
      .query(RECORD)
      .findMany({ where: { articleDocumentId: documentId }, orderBy: { id: 'asc' } });
    expect(rows.map(({ change }) => change)).toEqual(['first', 'retraction']);
    expect(rows[0].body).toEqual(body(TEXT, '(NASDAQ: MSFT)'));
    expect(rows[1]).toMatchObject({
      body: null,
      summary: null,
      note: NOTICE,
      instruments: ['XNAS:MSFT'],
    });
  });

  describe('what changed', () => {
    const as = async (role: string) => {
      const token = await signInAs(newsroom().strapi, role);
      return (path: string) => get(`/newsroom/articles/${path}`).set('authorization', `Bearer ${token}`);
    };
    let documentId: string;
    beforeAll(async () => {
      documentId = await publish();
      newsroom().clock.advance(60_000);
      const data = {
        body: body('The merger holds. (NYSE: ORCL)'),
        changeKind: 'update' as const,
      };
      await documents().update({ documentId, data, status: 'published' });
    });

    it('two publications are read, with words, figures and who published them', async () => {
      const read = await as('newsroom-compliance');
      const { data: lines } = (await read(`${documentId}/publications`).expect(200)).body;
      expect(lines.map(({ change }: { change: string }) => change)).toEqual(['update', 'first']);
      const [second, first] = await Promise.all(
        lines.map(
          async ({ id }: { id: number }) =>
            (await read(`${documentId}/publications/${id}`).expect(200)).body.data,
        ),
      );
      expect(first).toMatchObject({
        summary: SUMMARY,
        paragraphs: [TEXT, '(NASDAQ: MSFT)'],
        figures: [
          {
            instrument: 'XNAS:MSFT',
            exchange: 'NASDAQ',
            symbol: 'MSFT',
            state: 'captured',
            price: 480,
            currency: 'USD',
          },
        ],
      });
      expect(second).toMatchObject({
        paragraphs: ['The merger holds. (NYSE: ORCL)'],
        figures: [{ instrument: 'XNYS:ORCL', price: 180.03 }],
        by: 'code',
      });
    });

    it('is read by whoever may read the article, and by no other', async () => {
      const path = `${documentId}/publications`;
      await (await as('newsroom-editor'))(path).expect(200);
      const reporter = await as('newsroom-reporter');
      await reporter(path).expect(403);
      await get(`/newsroom/articles/${path}`).expect(401);
      const other = await publish();
      const read = await as('newsroom-editor');
      const [{ id }] = (await read(path).expect(200)).body.data;
      await read(`${other}/publications/${id}`).expect(404);
      for (const unknown of ['0', 'x', `${'9'.repeat(20)}`]) {
        await read(`${documentId}/publications/${unknown}`).expect(404);
      }
      await read('nosuchdocument/publications').expect(404);
      await read(`${path}?locale=es`).expect(404);
      await read(`${path}?limit=1`).expect(400);
    });
  });
};
