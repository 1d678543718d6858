import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { authorizeToken } from '../../support/api-token';
import { createAdminUser, signInAs } from '../../support/admin-user';
import { draftArticle, inMs, isOut, MINUTE_MS, storedTimes } from '../../support/article-times';
import { ARTICLE, body, title } from '../../support/articles';
import { everyRoute } from '../../support/every-route';
import { loadOfApp } from '../../support/load-strapi';
import { renewSession } from '../../support/newsroom';
import type * as ImportArticles from '../../../src/import/import-articles';
import type { Suite } from '.';

const HOUR_MS = 60 * MINUTE_MS;
const WORD = 'Embargowordofthenewsroom';

/** What people of the newsroom without the right to a draft, and links that were given out, show of it under embargo. */
export const embargoedReads: Suite = (newsroom) => {
  const articles = () => newsroom().strapi.documents(ARTICLE);
  afterAll(() => newsroom().strapi.db.query(ARTICLE).deleteMany({ where: {} }));
  const embargoed = async (data: object = {}): Promise<string> =>
    draftArticle(newsroom(), { embargoUntil: await inMs(newsroom(), HOUR_MS), ...data });

  it('the admin API shows it to nobody without the right to that draft', async () => {
    const { strapi, http } = newsroom();
    const documentId = await embargoed({
      ...{ title: `${WORD} buys`, summary: WORD, byline: WORD, coverCaption: WORD, coverCredit: WORD },
      body: body(`${WORD} (NASDAQ: MSFT)`),
    });
    const { id } = (await strapi.db.query(ARTICLE).findOne({ where: { documentId } })) as { id: number };
    const desk = await createAdminUser(strapi, `embargo-desk-${process.pid}`, [
      { action: 'plugin::upload.read' },
      { action: 'plugin::content-manager.explorer.read', subject: 'api::company.company' },
    ]);
    const callers = {
      reporter: await signInAs(strapi, 'newsroom-reporter'),
      desk: desk.token,
    };
    const routes = everyRoute(strapi).filter(
      // Strapi asks its own server there, for seconds where there is none.
      ({ method, api, path: one }) => method === 'GET' && api === 'admin' && !one.includes('license'),
    );
    const filled = (value: string) =>
      routes.map((route) =>
        route.path.replace(/:(\w+)/g, (_all, name: string) =>
          ['model', 'uid', 'contentType'].includes(name) ? ARTICLE : value,
        ),
      );
    const list = `/content-manager/collection-types/${ARTICLE}`;
    const paths = [
      ...new Set([...filled(documentId), ...filled(String(id))]),
      ...[`${list}?_q=${WORD}`, `${list}?filters[title][$contains]=${WORD}`, `${list}?status=draft`],
      `/content-manager/preview/url/${ARTICLE}?documentId=${documentId}&locale=en&status=draft`,
      `/content-manager/relations/api::company.company/articles?_q=${WORD}`,
    ];
    const found: string[] = [];
    for (const [name, token] of Object.entries(callers)) {
      for (const one of paths) {
        const answer = await http().get(one).set('authorization', `Bearer ${token}`);
        if (answer.text?.includes(WORD) || answer.text?.includes('signature=')) found.push(`${name}: ${one}`);
      }
    }
    expect(found).toEqual([]);
    // The same requests show it to whoever has the right.
    const admin = await renewSession(newsroom());
    for (const one of [`${list}/${documentId}`, `${list}?_q=${WORD}`]) {
      const answer = await http().get(one).set('authorization', `Bearer ${admin}`);
      expect([one, answer.text.includes(WORD)]).toEqual([one, true]);
    }
  });

  it('a preview link opens in the browser of somebody with the right to the draft, and in no other', async () => {
    const { strapi, http } = newsroom();
    const documentId = await draftArticle(newsroom(), { title: `${WORD} sells` });
    const address = async (token: string) => {
      const answer = await http()
        .get(`/content-manager/preview/url/${ARTICLE}`)
        .query({ documentId, status: 'draft', locale: 'en' })
        .set('authorization', `Bearer ${token}`)
        .expect(200);
      const cookie = [answer.headers['set-cookie']]
        .flat()
        .find((one) => one?.startsWith('quotemark-preview='));
      return { url: answer.body.data.url as string, cookie: cookie ?? '' };
    };
    const editorToken = await signInAs(strapi, 'newsroom-editor');
    const editor = await address(editorToken);
    expect(editor.cookie).toMatch(/; path=\/preview; .*samesite=strict; httponly/i);
    // Handed out before the embargo was set.
    expect((await http().get(editor.url).expect(200)).text).toContain(WORD);
    await articles().update({
      documentId,
      data: { embargoUntil: await inMs(newsroom(), HOUR_MS) } as never,
    });
    const open = (cookie?: string) =>
      cookie === undefined ? http().get(editor.url) : http().get(editor.url).set('cookie', cookie);
    const refused = await open();
    expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('under embargo')]);
    expect(refused.text).not.toContain(WORD);
    const [value = ''] = editor.cookie.split(';');
    expect((await open(value).expect(200)).text).toContain(WORD);
    await open(value.replace(/=\d+/, '=1')).expect(403);
    await open(value.slice(0, -2)).expect(403);
    // Of a reporter, who may read drafts of their own.
    const reporterToken = await signInAs(strapi, 'newsroom-reporter');
    const own = await http()
      .post(`/content-manager/collection-types/${ARTICLE}`)
      .set('authorization', `Bearer ${reporterToken}`)
      .send({ title: title() })
      .expect(201);
    const asked = await http()
      .get(`/content-manager/preview/url/${ARTICLE}`)
      .query({ documentId: own.body.data.documentId, status: 'draft', locale: 'en' })
      .set('authorization', `Bearer ${reporterToken}`)
      .expect(200);
    const reporterCookie = [asked.headers['set-cookie']].flat()[0]?.split(';')[0] ?? '';
    expect(reporterCookie).toMatch(/^quotemark-preview=/);
    await open(reporterCookie).expect(403);
    // Of somebody who has no account any more.
    const person = { email: { $startsWith: 'newsroom-editor-' } };
    await strapi.db.query('admin::user').updateMany({ where: person, data: { isActive: false } });
    await open(value).expect(403);
    newsroom().clock.advance(HOUR_MS + MINUTE_MS);
    await open().expect(403);
  });

  it('the times are read over GraphQL with findDraft alone, and written by who may write', async () => {
    const { strapi, http } = newsroom();
    const publishAt = (await inMs(newsroom(), 2 * HOUR_MS)).toISOString();
    const documentId = await embargoed({ publishAt });
    const query = `{ articles(status: DRAFT, filters: { documentId: { eq: "${documentId}" } }) { documentId publishAt embargoUntil proposedPublishAt } }`;
    const find = ['api::article.article.find', 'api::article.article.findOne'];
    const ask = async (authorization: string | undefined, text: string) => {
      const request = http().post('/graphql');
      if (authorization) request.set('authorization', authorization);
      return (await request.send({ query: text })).body;
    };
    for (const caller of [undefined, await authorizeToken(strapi, 'custom', find)]) {
      const answer = await ask(caller, query);
      expect(JSON.stringify(answer)).not.toContain(publishAt);
      const byTime = `{ articles(filters: { publishAt: { eq: "${publishAt}" } }) { documentId } }`;
      expect(JSON.stringify(await ask(caller, byTime))).not.toContain(documentId);
      const update = `mutation { updateArticle(documentId: "${documentId}", status: DRAFT, data: { publishAt: null }) { documentId } }`;
      expect((await ask(caller, update)).errors).toBeDefined();
    }
    const reads = await authorizeToken(strapi, 'custom', [...find, 'api::article.article.findDraft']);
    expect((await ask(reads, query)).data.articles).toEqual([
      expect.objectContaining({ documentId, publishAt }),
    ]);
    // Over the content API whoever may write may publish.
    const writes = await authorizeToken(strapi, 'custom', [...find, 'api::article.article.update']);
    const later = new Date(Date.parse(publishAt) + MINUTE_MS).toISOString();
    const move = `mutation { updateArticle(documentId: "${documentId}", status: DRAFT, data: { publishAt: "${later}" }) { documentId publishAt } }`;
    expect((await ask(writes, move)).errors).toBeUndefined();
    expect(await storedTimes(newsroom(), documentId)).toMatchObject({ publishAt: later });
    const early = `mutation { updateArticle(documentId: "${documentId}", status: DRAFT, data: { embargoUntil: null }) { documentId } }`;
    const readsAndWrites = await authorizeToken(strapi, 'custom', [
      ...find,
      'api::article.article.findDraft',
      'api::article.article.update',
    ]);
    expect(JSON.stringify((await ask(readsAndWrites, early)).errors)).toContain('needs the permission');
    // Who may not read the embargo reads null, and sends nothing with it.
    expect((await ask(writes, early)).errors).toBeUndefined();
    expect(await storedTimes(newsroom(), documentId)).toMatchObject({ embargoUntil: expect.any(String) });
  });

  it('no import publishes it', async () => {
    const { importArticles } = loadOfApp<typeof ImportArticles>('src/import/import-articles');
    const folder = await mkdtemp(path.join(tmpdir(), 'quotemark-embargo-'));
    const slug = `embargoed-import-${process.pid}`;
    const documentId = await embargoed({ slug });
    const files = [path.join(folder, 'one.md'), path.join(folder, 'two.md')];
    await writeFile(files[0]!, `---\ntitle: "${title()}"\nslug: ${slug}\n---\n\nOther words.\n`);
    await writeFile(
      files[1]!,
      `---\ntitle: "${title()}"\nlocale: es\ntranslationOf: ${slug}\n---\n\nOtras palabras.\n`,
    );
    const report = await importArticles(newsroom().strapi, files, { locale: 'en', publish: true });
    await rm(folder, { recursive: true });
    expect(report.counts.published).toBe(0);
    expect(report.failures.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('The embargo holds until'),
      expect.stringContaining('The embargo holds until'),
    ]);
    expect([await isOut(newsroom(), documentId), await isOut(newsroom(), documentId, 'es')]).toEqual([
      false,
      false,
    ]);
  });

  it('no release publishes it, nor what it publishes with it: one transaction, and errors that are caught', async () => {
    const { strapi } = newsroom();
    const [held, free] = [await embargoed(), await draftArticle(newsroom())];
    // As Strapi's releases, which belong to a paid plan, publish: every entry through the document service, in one transaction.
    const release = strapi.db
      .transaction(async () => {
        for (const documentId of [free, held]) await articles().publish({ documentId, locale: 'en' });
      })
      .catch((error: Error) => error.message);
    expect(await release).toContain('The embargo holds until');
    expect([await isOut(newsroom(), free), await isOut(newsroom(), held)]).toEqual([false, false]);
  });
};
