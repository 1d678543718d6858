import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createAdminUser, mayWith } from '../../support/admin-user';
import { draftArticle, inMs, isOut, MINUTE_MS, passTime } from '../../support/article-times';
import { authorizeToken } from '../../support/api-token';
import { ARTICLE, title } from '../../support/articles';
import { renewSession } from '../../support/newsroom';
import { loadOfApp } from '../../support/load-strapi';
import type * as ImportArticles from '../../../src/import/import-articles';
import type { Suite } from '.';

type Row = Record<string, unknown>;

/** SCHEDULE_FREEZES: what is scheduled is not changed, on whatever road. */
export const frozen: Suite = (newsroom) => {
  const articles = () => newsroom().strapi.documents(ARTICLE);
  let documentId: string;
  let ticker: string;
  let token: string;
  let admin: string;
  const stored = (id = documentId): Promise<Row> =>
    newsroom()
      .strapi.db.query(ARTICLE)
      .findOne({ where: { documentId: id, locale: 'en', publishedAt: null }, populate: ['tickers'] });
  beforeAll(async () => {
    const { strapi } = newsroom();
    token = await authorizeToken(strapi, 'full-access');
    admin = `Bearer ${await renewSession(newsroom())}`;
    ({ documentId: ticker } = await strapi
      .documents('api::ticker.ticker')
      .create({ data: { symbol: 'FRZX', mic: 'XNYS' } as never }));
    documentId = await draftArticle(newsroom(), {
      slug: 'frozen-words',
      summary: 'As scheduled.',
      byline: 'Ada',
    });
    await articles().update({ documentId, locale: 'es', data: { title: 'En espa\u00f1ol' } as never });
    await articles().update({
      documentId,
      data: { publishAt: await inMs(newsroom(), 30 * MINUTE_MS) } as never,
    });
    strapi.config.set('newsroom.schedule.freezes', true);
  });
  afterAll(async () => {
    const { strapi } = newsroom();
    strapi.config.set('newsroom.schedule.freezes', false);
    await strapi.db.query(ARTICLE).deleteMany({ where: {} });
    await strapi.documents('api::ticker.ticker').delete({ documentId: ticker });
  });

  const messageOf = (write: Promise<unknown>): Promise<string> =>
    write.then(
      () => 'written',
      (error: Error) => error.message,
    );
  const overHttp = async (method: 'post' | 'put', path: string, authorization: string, data: object) =>
    JSON.stringify((await newsroom().http()[method](path).set({ authorization }).send(data)).body);
  const managed = () => `/content-manager/collection-types/${ARTICLE}/${documentId}`;
  const MUTATION =
    'mutation ($id: ID!, $data: ArticleInput!) { updateArticle(documentId: $id, data: $data) { slug } }';
  const late = { summary: 'Too late.' };
  const ROADS: Record<string, () => Promise<string>> = {
    code: () => messageOf(articles().update({ documentId, data: late as never })),
    'code that publishes at once': () =>
      messageOf(articles().update({ documentId, data: late as never, status: 'published' })),
    'REST, a draft': () => overHttp('put', `/api/articles/${documentId}?status=draft`, token, { data: late }),
    'REST, at once': () => overHttp('put', `/api/articles/${documentId}`, token, { data: late }),
    GraphQL: () =>
      overHttp('post', '/graphql', token, { query: MUTATION, variables: { id: documentId, data: late } }),
    'the content manager': () => overHttp('put', managed(), admin, late),
    'the button \u201cPublish\u201d, with another text': () =>
      overHttp('post', `${managed()}/actions/publish`, admin, late),
    'a relation, in the content manager': () =>
      overHttp('put', managed(), admin, { tickers: { connect: [{ documentId: ticker }] } }),
    'a relation from its other end': () =>
      messageOf(
        newsroom()
          .strapi.documents('api::ticker.ticker')
          .update({ documentId: ticker, data: { articles: { connect: [documentId] } } as never }),
      ),
    'a field that all locales share': () =>
      messageOf(articles().update({ documentId, locale: 'es', data: { byline: 'Bob' } as never })),
    'such a field of a new locale': () =>
      messageOf(
        articles().update({ documentId, locale: 'de', data: { title: title(), byline: 'Bob' } as never }),
      ),
    'text, along with another instant': async () =>
      messageOf(
        articles().update({
          documentId,
          data: { ...late, publishAt: await inMs(newsroom(), 40 * MINUTE_MS) } as never,
        }),
      ),
    'a transaction that catches': async () => {
      const { strapi } = newsroom();
      const caught = strapi.db.transaction(async () => {
        await articles()
          .update({ documentId, data: late as never })
          .catch(() => undefined);
      });
      return messageOf(caught);
    },
    'an import': async () => {
      const folder = await mkdtemp(path.join(tmpdir(), 'quotemark-frozen-'));
      const file = path.join(folder, 'late.md');
      await writeFile(file, `---\ntitle: ${title()}\nslug: frozen-words\n---\n\nToo late.\n`);
      const { importArticles } = loadOfApp<typeof ImportArticles>('src/import/import-articles');
      const report = await importArticles(newsroom().strapi, [file], { locale: 'en', publish: false });
      await rm(folder, { recursive: true });
      return JSON.stringify(report);
    },
  };

  it.each(Object.entries(ROADS))('%s is refused, with what to do', async (_road, write) => {
    const before = await stored();
    expect(await write()).toContain('frozen until then');
    expect(await stored()).toEqual(before);
    expect(await isOut(newsroom(), documentId)).toBe(false);
    expect(await articles().findOne({ documentId, locale: 'es' })).toMatchObject({ byline: 'Ada' });
  });

  it('the panel says so beforehand, and so does the refusal at its field', async () => {
    const { http } = newsroom();
    const times = await http().get(`/newsroom/articles/${documentId}/times`).set('authorization', admin);
    expect(times.body.data.isFrozen).toBe(true);
    const refused = await http().put(managed()).set('authorization', admin).send(late);
    expect([refused.status, refused.body.error.details.errors[0].path]).toEqual([400, ['summary']]);
    const spanish = await http()
      .get(`/newsroom/articles/${documentId}/times?locale=es`)
      .set('authorization', admin);
    expect(spanish.body.data.isFrozen).toBe(false);
  });

  it('who may not read its times is told that it cannot be changed now, and not that it is scheduled', async () => {
    const { strapi, http } = newsroom();
    const [articlesOf, tickersOf] = (['api::article.article', 'api::ticker.ticker'] as const).map((uid) =>
      mayWith(strapi, uid, ['read', 'update']),
    );
    const fields = ['title', 'summary', 'tickers'];
    const narrow = articlesOf!.map((one) => ({ ...one, properties: { ...one.properties, fields } }));
    const { token: role } = await createAdminUser(strapi, 'frozen-words', [...narrow, ...tickersOf!]);
    // A relation is written by whoever may read what it leads to.
    const writes = ['api::article.article.update', 'api::article.article.find', 'api::ticker.ticker.update'];
    const writer = await authorizeToken(strapi, 'custom', writes);
    const links = { articles: { connect: [documentId] } };
    const before = await stored();
    const answers = [
      await overHttp('put', managed(), `Bearer ${role}`, late),
      await overHttp(
        'put',
        `/content-manager/collection-types/api::ticker.ticker/${ticker}`,
        `Bearer ${role}`,
        { articles: { connect: [{ documentId }] } },
      ),
      await overHttp('put', `/api/articles/${documentId}?status=draft`, writer, { data: late }),
      await overHttp('put', `/api/tickers/${ticker}`, writer, { data: links }),
    ];
    for (const answer of answers) {
      expect(answer).toContain('Not saved. This cannot be changed now. Ask the desk.');
      expect(answer).toContain('changeNotPossibleNow');
      expect(answer).not.toMatch(/frozen|schedul|\d{4}-\d{2}-\d{2}T/i);
    }
    expect(await stored()).toEqual(before);
    const times = await http()
      .get(`/newsroom/articles/${documentId}/times`)
      .set('authorization', `Bearer ${role}`);
    expect(times.body.data).toMatchObject({ isFrozen: false, times: { publishAt: null } });
  });

  it('a form that is saved as it is, another instant, and another locale\u2019s own text are not refused', async () => {
    const { http } = newsroom();
    const { title: headline, summary, body, byline } = await stored();
    const publishAt = await inMs(newsroom(), 31 * MINUTE_MS);
    const form = { title: headline, summary, body, byline, tickers: { connect: [], disconnect: [] } };
    await http().put(managed()).set('authorization', admin).send(form).expect(200);
    const times = `/newsroom/articles/${documentId}/times`;
    await http().post(times).set('authorization', admin).send({ publishAt }).expect(200);
    await articles().update({ documentId, locale: 'es', data: { summary: 'Otra.' } as never });
    expect(await stored()).toMatchObject({ publishAt: publishAt.toISOString(), summary: 'As scheduled.' });
  });

  it('discarding the changes is refused where it would change what goes out', async () => {
    const one = await draftArticle(newsroom(), { summary: 'Out.' });
    await articles().publish({ documentId: one });
    const publishAt = await inMs(newsroom(), 20 * MINUTE_MS);
    await articles().update({ documentId: one, data: { summary: 'Next.', publishAt } as never });
    expect(await messageOf(articles().discardDraft({ documentId: one }))).toContain('frozen until then');
    expect(await stored(one)).toMatchObject({ summary: 'Next.' });
  });

  it('goes out as it was scheduled; a schedule that is cancelled in the same write frees the text', async () => {
    const freed = await draftArticle(newsroom(), { publishAt: await inMs(newsroom(), 20 * MINUTE_MS) });
    await articles().update({ documentId: freed, data: { ...late, publishAt: null } as never });
    expect(await stored(freed)).toMatchObject({ summary: 'Too late.', publishAt: null });
    await passTime(newsroom(), 31 * MINUTE_MS);
    const out = await articles().findOne({ documentId, status: 'published' });
    expect(out).toMatchObject({ summary: 'As scheduled.' });
    await articles().update({ documentId, data: { summary: 'After.' } as never });
    expect(await stored()).toMatchObject({ summary: 'After.' });
  });
};
