import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Writable } from 'node:stream';
import { winston } from '@strapi/logger';
import { authorizeToken } from '../../support/api-token';
import { createAdminUser, mayWith, signInAs } from '../../support/admin-user';
import {
  actNames,
  actsOf,
  draftArticle,
  inMs,
  isOut,
  MINUTE_MS,
  passTime,
  storedTimes,
} from '../../support/article-times';
import { ARTICLE, body, title } from '../../support/articles';
import { everyRoute } from '../../support/every-route';
import { renewSession } from '../../support/newsroom';
import { silenceLog } from '../../support/silence-log';
import { createWebhookReceiver } from '../../support/webhook-receiver';
import type { Suite } from '.';

const ARTICLES = `/content-manager/collection-types/${ARTICLE}`;
const HOUR_MS = 60 * MINUTE_MS;

/** Until its embargo is over, no road puts an article before readers, and nothing of it is found. */
export const embargo: Suite = (newsroom) => {
  const articles = () => newsroom().strapi.documents(ARTICLE);
  let admin = { authorization: '' };
  let token = '';
  const silence = (silent: boolean) => silenceLog(newsroom(), silent);
  beforeAll(async () => {
    admin = { authorization: `Bearer ${newsroom().adminToken}` };
    token = await authorizeToken(newsroom().strapi, 'full-access');
  });
  afterAll(async () => {
    silence(false);
    await newsroom().strapi.db.query(ARTICLE).deleteMany({ where: {} });
  });
  const embargoed = async (data: object = {}): Promise<string> =>
    draftArticle(newsroom(), { embargoUntil: await inMs(newsroom(), HOUR_MS), ...data });

  describe('publishes it by no road', () => {
    let documentId = '';
    beforeAll(async () => {
      documentId = await embargoed();
    });
    afterEach(async () => {
      expect(await isOut(newsroom(), documentId)).toBe(false);
    });
    const refused = (answer: { status: number; text: string }, status = 400) => {
      expect([answer.status, answer.text]).toEqual([
        status,
        expect.stringContaining('The embargo holds until'),
      ]);
    };

    it('the button', async () => {
      const url = `${ARTICLES}/${documentId}/actions/publish`;
      refused(await newsroom().http().post(url).set(admin).send({ title: title() }));
    });
    it('many at once', async () => {
      const url = `${ARTICLES}/actions/bulkPublish`;
      refused(
        await newsroom()
          .http()
          .post(url)
          .set(admin)
          .send({ documentIds: [documentId], locale: 'en' }),
      );
    });
    it('REST', async () => {
      const put = newsroom().http().put(`/api/articles/${documentId}`).set('authorization', token);
      refused(await put.send({ data: { title: title() } }));
      const embargoUntil = await inMs(newsroom(), HOUR_MS);
      const post = newsroom().http().post('/api/articles').set('authorization', token);
      const made = await post.send({ data: { title: title(), embargoUntil } });
      expect([made.status, made.text]).toEqual([400, expect.stringContaining('under embargo')]);
    });
    it('REST cannot lift it in the same request', async () => {
      const put = newsroom().http().put(`/api/articles/${documentId}`).set('authorization', token);
      const answer = await put.send({ data: { title: title(), embargoUntil: null } });
      expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('needs the permission')]);
    });
    it('GraphQL', async () => {
      const query = `mutation { updateArticle(documentId: "${documentId}", data: { title: "x" }) { documentId } }`;
      const answer = await newsroom().http().post('/graphql').set('authorization', token).send({ query });
      expect(answer.text).toContain('The embargo holds until');
    });
    it('code, in a transaction whose caller catches', async () => {
      const { strapi } = newsroom();
      await strapi.db.transaction(async () => {
        await articles()
          .publish({ documentId, locale: '*' })
          .catch(() => undefined);
      });
      await expect(articles().update({ documentId, data: {}, status: 'published' })).rejects.toThrow(
        'embargo',
      );
    });
  });

  it('is moved earlier with the permission and a reason alone, and the list of acts says so', async () => {
    const { strapi, http } = newsroom();
    const documentId = await embargoed();
    const earlier = (await inMs(newsroom(), MINUTE_MS)).toISOString();
    const url = `/newsroom/articles/${documentId}/embargo`;
    const editor = { authorization: `Bearer ${await signInAs(strapi, 'newsroom-editor')}` };
    await http().post(url).set(editor).send({ embargoUntil: earlier, reason: 'Agreed.' }).expect(403);
    await http()
      .post(`/newsroom/articles/${documentId}/times`)
      .set(admin)
      .send({ embargoUntil: earlier })
      .expect(400);
    await http().post(url).set(admin).send({ embargoUntil: earlier }).expect(400);
    await http()
      .post(url)
      .set('authorization', token)
      .send({ embargoUntil: null, reason: 'Token.' })
      .expect(401);
    await http()
      .post(url)
      .set(admin)
      .send({ embargoUntil: earlier, reason: 'Agreed with the bank.' })
      .expect(200);
    expect(await storedTimes(newsroom(), documentId)).toMatchObject({ embargoUntil: earlier });
    // Nobody may move what they may not change.
    const mover = await createAdminUser(strapi, 'embargo-mover', [
      ...mayWith(strapi, ARTICLE, ['read']),
      { action: 'admin::embargo.move-earlier' },
    ]);
    const asMover = { authorization: `Bearer ${mover.token}` };
    await http().post(url).set(asMover).send({ embargoUntil: null, reason: 'Not mine.' }).expect(403);
    await http()
      .post(url)
      .set(admin)
      .send({ embargoUntil: null, reason: 'It is out elsewhere.' })
      .expect(200);
    await articles().publish({ documentId });
    expect(await isOut(newsroom(), documentId)).toBe(true);
    expect(await actNames(newsroom(), documentId)).toEqual([
      'embargoed',
      'embargo-moved',
      'embargo-lifted',
      'published',
    ]);
    expect((await actsOf(newsroom(), documentId))[1]).toMatchObject({
      by: 'Ada Admin',
      reason: 'Agreed with the bank.',
      after: { embargoUntil: earlier },
    });
    const compliance = { authorization: `Bearer ${await signInAs(strapi, 'newsroom-compliance')}` };
    const csv = await http().get(`/newsroom/articles/${documentId}/acts.csv`).set(compliance).expect(200);
    expect(csv.text.split('\r\n')[2]).toMatch(
      /,"embargo-moved","Ada Admin","person",\d+,.*,"Agreed with the bank\.",/,
    );
    await http().get(`/newsroom/articles/${documentId}/acts.csv`).set(editor).expect(403);
  });

  it('holds for every locale of the article: a translation tells the same news', async () => {
    const documentId = await embargoed();
    await articles().update({ documentId, locale: 'de', data: { title: title() } as never });
    await expect(articles().publish({ documentId, locale: 'de' })).rejects.toThrow('The embargo holds until');
    const publishAt = await inMs(newsroom(), MINUTE_MS);
    const german = articles().update({ documentId, locale: 'de', data: { publishAt } as never });
    await expect(german).rejects.toThrow('embargo holds');
    expect(await isOut(newsroom(), documentId, 'de')).toBe(false);
  });

  it('is not put on what is published', async () => {
    const documentId = await draftArticle(newsroom());
    await articles().publish({ documentId });
    const set = async () =>
      articles().update({ documentId, data: { embargoUntil: await inMs(newsroom(), HOUR_MS) } as never });
    await expect(set()).rejects.toThrow('Unpublish it first');
    await articles().unpublish({ documentId });
    await set();
    await expect(articles().publish({ documentId })).rejects.toThrow('The embargo holds until');
  });

  it('its draft in ninjs is withheld until then, for whoever may read drafts', async () => {
    const { http, strapi } = newsroom();
    const documentId = await embargoed();
    const url = `/api/articles/${documentId}/ninjs?status=draft`;
    const { body: item } = await http().get(url).set('authorization', token).expect(200);
    const { embargoUntil } = (await storedTimes(newsroom(), documentId)) ?? {};
    expect(item).toMatchObject({ pubStatus: 'withheld', embargoedUntil: embargoUntil });
    await http().get(url).expect(403);
    const reader = await authorizeToken(strapi, 'custom', ['api::article.article.findOne']);
    await http().get(url).set('authorization', reader).expect(403);
  });

  it('the checks before publishing tell of it, in every language of the article, while it holds', async () => {
    const documentId = await embargoed();
    await articles().update({ documentId, locale: 'es', data: { title: title() } });
    const blocks = async (locale: string) => {
      const { body: answer } = await newsroom()
        .http()
        .get(`/newsroom/publication-checks/${documentId}?locale=${locale}`)
        .set('authorization', `Bearer ${await renewSession(newsroom())}`)
        .expect(200);
      const findings = answer.data.findings as { level: string; field: string; fault: string }[];
      return findings.filter(({ level }) => level === 'block').map(({ field, fault }) => [field, fault]);
    };
    expect(await blocks('en')).toEqual([['embargoUntil', 'embargo']]);
    expect(await blocks('es')).toEqual([['embargoUntil', 'embargo']]);
    const { body: selection } = await newsroom()
      .http()
      .post('/newsroom/publication-checks/drafts')
      .set('authorization', `Bearer ${await renewSession(newsroom())}`)
      .send({ documentIds: [documentId], locale: 'es' })
      .expect(200);
    expect(selection.data).toMatchObject([{ documentId, hindrances: [{ fault: 'embargo' }] }]);
    await passTime(newsroom(), HOUR_MS);
    expect(await blocks('en')).toEqual([]);
  });

  it('nothing of it is found before its minute: not at any endpoint, in no webhook, not in its picture, not in the log', async () => {
    const { strapi, http } = newsroom();
    const word = `Plantedembargo${String(process.pid).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')}`;
    const hash = `embargoed_${word.toLowerCase()}`;
    const folder = path.join(strapi.dirs.static.public, 'uploads');
    const picture = await readFile(path.resolve(__dirname, '../../../favicon.png'));
    const names = [`${hash}.png`, `small_${hash}.png`];
    for (const name of names) await writeFile(path.join(folder, name), picture);
    const file: { id: number } = await strapi.db.query('plugin::upload.file').create({
      data: {
        ...{ name: `${hash}.png`, hash, ext: '.png', mime: 'image/png', size: 1 },
        ...{ url: `/uploads/${hash}.png`, provider: 'local', folderPath: '/' },
      },
    });
    const lines: string[] = [];
    const { log } = strapi;
    const captured = new winston.transports.Stream({
      stream: new Writable({
        write: (chunk: Buffer, _encoding, done) => {
          lines.push(chunk.toString());
          done();
        },
      }),
    });
    const { level } = log;
    const receiver = await createWebhookReceiver();
    const webhooks = strapi.get<{ add(hook: object): void; remove(hook: object): void }>('webhookRunner');
    const events = ['entry.create', 'entry.update', 'entry.publish', 'article.held-back'];
    const webhook = { id: 'planted', url: receiver.url, headers: {}, events, isEnabled: true };
    webhooks.add(webhook);
    const company = await strapi
      .documents('api::company.company')
      .create({ data: { name: title() } as never });
    const words = {
      title: `${word} buys`,
      summary: word,
      byline: word,
      body: body(`${word} (NASDAQ: MSFT)`),
    };
    // Partners poll from here: other tests have published more than one answer holds.
    const { body: polled } = await http().get('/api/ninjs?since=2999-01-01T00:00:00Z').expect(200);
    const news = `/api/ninjs?since=${(polled as { meta: { cursor: string } }).meta.cursor}`;
    const publishAt = await inMs(newsroom(), HOUR_MS);
    const times = { publishAt, embargoUntil: publishAt };
    const links = { cover: file.id, companies: [company.documentId] };
    const documentId = await embargoed({ ...words, ...links, ...times });
    const slug = `${word.toLowerCase()}-buys`;
    // Each is looked at from the article, and from the other end of a relation.
    const queries = [
      '{ articles(pagination: { limit: 100 }) { title summary byline } }',
      `{ articles(filters: { slug: { eq: "${slug}" } }) { title summary body } }`,
      `{ articles_connection(filters: { slug: { eq: "${slug}" } }) { nodes { title } pageInfo { total } } }`,
      `{ article(documentId: "${documentId}") { title summary byline body } }`,
      `{ company(documentId: "${company.documentId}") { name articles { title summary byline } } }`,
      `{ companies(filters: { articles: { slug: { eq: "${slug}" } } }) { articles { title } } }`,
    ];
    silence(true);
    log.add(captured);
    // Requests are logged at the level below, with the words that this test searches for.
    log.level = 'info';
    log.info(`The log of ${documentId} is read.`);
    try {
      await articles()
        .publish({ documentId })
        .catch(() => undefined);
      const reads = async (): Promise<string[]> => {
        const found: string[] = [];
        const routes = everyRoute(strapi).filter(({ method }) => method === 'GET');
        const everywhere = routes.map(({ path: one }) =>
          one.replace(/:(model|uid)\b/g, ARTICLE).replace(/:\w+/g, documentId),
        );
        const paths = [
          ...everywhere,
          ...[
            '/',
            '/sitemap.xml',
            '/news-sitemap.xml',
            '/robots.txt',
            `/articles/${slug}`,
            `/companies/${company.slug}`,
            '/search?q=buys',
            news,
          ],
          ...['rss', 'atom', 'json'].map((format) => `/feeds/${format}`),
          `/api/articles?filters[title][$contains]=${word}&fields=title`,
          `/api/articles?_q=${word}&fields=title`,
          `/api/articles?filters[slug][$eq]=${slug}&populate=*`,
          `/api/companies?populate=*&filters[articles][slug][$eq]=${slug}`,
          `/api/companies/${company.documentId}?populate=*`,
        ];
        for (const one of paths) {
          const answer = await http().get(one);
          if (answer.text?.includes(word)) found.push(one);
        }
        // A session of before is over once an hour has passed.
        const reporter = `Bearer ${await signInAs(strapi, 'newsroom-reporter')}`;
        // Of the newsroom, but of another's article; “reads under embargo” has the rest of the admin API.
        const lists = [ARTICLES, `${ARTICLES}?_q=${word}`, `${ARTICLES}?filters[slug][$eq]=${slug}`];
        for (const one of lists) {
          const answer = await http().get(one).set('authorization', reporter);
          if (answer.text?.includes(word)) found.push(`${one}, as a reporter`);
        }
        for (const query of queries) {
          const answer = await http().post('/graphql').send({ query });
          if (answer.text.includes(word)) found.push(query);
        }
        if (JSON.stringify(receiver.received).includes(word)) found.push('a webhook');
        return found;
      };
      const spellings = [
        ...names.map((name) => `/uploads/${name}`),
        `/uploads/./${names[0]}`,
        `/uploads/%65${names[0]?.slice(1)}`,
        `/uploads%2F${names[0]}`,
        `//uploads/${names[0]}`,
        `/uploads/${names[0]}?x=.png`,
      ];
      const served = async (): Promise<string[]> => {
        const found: string[] = [];
        for (const one of spellings) {
          const ranged = await http().get(one).set('range', 'bytes=0-9');
          if ((await http().get(one)).status === 200 || ranged.status === 206) found.push(one);
        }
        return found;
      };
      expect(await reads()).toEqual([]);
      expect(await served()).toEqual([]);
      await receiver.hears(
        ({ event, entry }) => event === 'entry.create' && entry?.documentId === documentId,
      );
      // The database's clock goes on by itself while all of this is read.
      await passTime(newsroom(), HOUR_MS - 3 * MINUTE_MS);
      expect(await reads()).toEqual([]);
      expect(await served()).toEqual([]);
      await passTime(newsroom(), 3 * MINUTE_MS);
      expect(await isOut(newsroom(), documentId)).toBe(true);
      await receiver.hears(
        ({ event, entry }) => event === 'entry.publish' && entry?.documentId === documentId,
      );
      // What is looked at shows it from now on.
      const found = await reads();
      const expected = [
        ...['/', '/api/articles', news, '/feeds/rss', '/feeds/atom', '/feeds/json'],
        ...[`/articles/${slug}`, `/companies/${company.slug}`, ...queries, 'a webhook'],
        `/api/companies/${company.documentId}?populate=*`,
      ];
      expect(expected.filter((one) => !found.includes(one))).toEqual([]);
      expect(await served()).toEqual(expect.arrayContaining(names.map((name) => `/uploads/${name}`)));
    } finally {
      webhooks.remove(webhook);
      await receiver.close();
      log.remove(captured);
      log.level = level;
      silence(false);
      for (const name of names) await rm(path.join(folder, name), { force: true });
    }
    // What is read is the log.
    expect(lines.join('\n')).toContain(`The log of ${documentId} is read.`);
    expect(lines.filter((line) => line.includes(word))).toEqual([]);
  });
};
