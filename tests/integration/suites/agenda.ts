import type { AgendaEntry } from '../../../src/newsroom/agenda/agenda-entry';
import { createAdminUser, mayWith, signInAs } from '../../support/admin-user';
import { draftArticle, inMs, MINUTE_MS, passTime, storedTimes } from '../../support/article-times';
import { ARTICLE, body, title } from '../../support/articles';
import { renewSession } from '../../support/newsroom';
import { silenceLog } from '../../support/silence-log';
import type { Suite } from '.';

/** What the admin UI asks about times: the schedule, what the desk has to know, and the times of one article. */
export const agenda: Suite = (newsroom) => {
  const silence = (silent: boolean) => silenceLog(newsroom(), silent);
  let admin: string;
  beforeAll(async () => {
    await newsroom().strapi.db.query(ARTICLE).deleteMany({ where: {} });
    admin = await renewSession(newsroom());
  });
  afterAll(async () => {
    silence(false);
    await newsroom().strapi.db.query(ARTICLE).deleteMany({ where: {} });
  });

  const get = (url: string, token: string) =>
    newsroom().http().get(url).set('authorization', `Bearer ${token}`);
  const post = (url: string, token: string, data: object) =>
    newsroom().http().post(url).set('authorization', `Bearer ${token}`).send(data);
  const days = async (token: string, more = '') => {
    const [from, to] = [await inMs(newsroom(), -86_400_000), await inMs(newsroom(), 20 * 86_400_000)];
    const span = `from=${from.toISOString()}&to=${to.toISOString()}`;
    return get(`/newsroom/schedule?${span}${more}`, token);
  };
  const timesOf = (documentId: string) => `/newsroom/articles/${documentId}/times`;
  const states = (entries: AgendaEntry[], documentId: string) =>
    entries.filter((entry) => entry.documentId === documentId).map(({ state }) => state);

  it('has an entry for each instant, in order of time, with who set it', async () => {
    const documentId = await draftArticle(newsroom());
    const at = async (minutes: number) => (await inMs(newsroom(), minutes * MINUTE_MS)).toISOString();
    const [embargoUntil, publishAt, unpublishAt] = [await at(10), await at(20), await at(30)];
    await post(timesOf(documentId), admin, { embargoUntil }).expect(200);
    await post(timesOf(documentId), admin, { publishAt, unpublishAt }).expect(200);
    const answer = await days(admin);
    expect(answer.status).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.body.meta).toMatchObject({
      market: { mic: 'XNYS', timeZone: 'America/New_York' },
      isCutOff: false,
    });
    expect(answer.body.data).toEqual([
      expect.objectContaining({ state: 'embargo-ends', at: embargoUntil, by: 'Ada Admin', byKind: 'person' }),
      expect.objectContaining({ state: 'scheduled', at: publishAt, by: 'Ada Admin', locale: 'en' }),
      expect.objectContaining({ state: 'unpublication', at: unpublishAt, by: 'Ada Admin' }),
    ]);
    expect((await days(admin, '&locale=de')).body.data).toEqual([]);
  });

  it('a reporter sees their own articles, a role without fields no more than its fields', async () => {
    const { strapi } = newsroom();
    const reporter = await signInAs(strapi, 'newsroom-reporter');
    const publishAt = (await inMs(newsroom(), 40 * MINUTE_MS)).toISOString();
    await draftArticle(newsroom(), { publishAt });
    const path = `/content-manager/collection-types/${ARTICLE}`;
    const own = await post(path, reporter, { title: 'Mine', publishAt }).expect(201);
    const { documentId } = own.body.data;
    const mine = await days(reporter);
    expect(mine.body.data).toEqual([
      expect.objectContaining({
        documentId,
        title: 'Mine',
        state: 'proposed',
        by: 'newsroom-reporter Tester',
      }),
    ]);
    const [read] = mayWith(strapi, ARTICLE, ['read']);
    const narrow = await createAdminUser(strapi, 'agenda-narrow', [
      { ...read!, properties: { ...read!.properties, fields: ['publishAt', 'slug'] } },
    ]);
    const narrowed = await days(narrow.token);
    expect(narrowed.body.data.length).toBeGreaterThan(0);
    for (const entry of narrowed.body.data) {
      expect(entry).toMatchObject({ title: null, kind: null });
      expect(['scheduled', 'held-back']).toContain(entry.state);
    }
    const blind = await createAdminUser(
      strapi,
      'agenda-blind',
      mayWith(strapi, 'api::ticker.ticker', ['read']),
    );
    expect((await days(blind.token)).status).toBe(403);
    await get('/newsroom/schedule/attention', blind.token).expect(403);
    await get(timesOf(documentId), blind.token).expect(403);
  });

  it('has five hundred articles of one minute, each with its instant', async () => {
    const { strapi } = newsroom();
    const publishAt = (await inMs(newsroom(), 60 * MINUTE_MS)).toISOString();
    const documentIds = Array.from({ length: 500 }, (_, n) => `agenda-${n}`);
    for (let start = 0; start < documentIds.length; start += 100) {
      await strapi.db.query(ARTICLE).createMany({
        data: documentIds.slice(start, start + 100).map((documentId) => ({
          ...{ documentId, title: documentId, slug: documentId, locale: 'en', publishAt, publishedAt: null },
        })),
      });
    }
    const answer = await days(admin);
    expect([answer.status, answer.body.meta?.isCutOff]).toEqual([200, false]);
    const found = (answer.body.data as AgendaEntry[]).filter(({ at }) => at === publishAt);
    expect(found.map(({ documentId }) => documentId).sort()).toEqual([...documentIds].sort());
    await strapi.db.query(ARTICLE).deleteMany({ where: { documentId: { $in: documentIds } } });
  });

  it.each([
    ['no span', ''],
    ['a time without its zone', 'from=2026-11-27T00:00:00&to=2026-11-28T00:00:00Z'],
    ['an end before its beginning', 'from=2026-11-28T00:00:00Z&to=2026-11-27T00:00:00Z'],
    ['a year', 'from=2026-01-01T00:00:00Z&to=2027-01-01T00:00:00Z'],
    ['a parameter that there is not', 'from=2026-11-27T00:00:00Z&to=2026-11-28T00:00:00Z&sort=title'],
  ])('%s is refused', async (_what, query) => {
    const answer = await get(`/newsroom/schedule?${query}`, admin);
    expect([answer.status, answer.body.error?.name]).toEqual([400, 'ValidationError']);
  });

  it.each([
    ['/newsroom/schedule', 'Give "from" and "to"'],
    [
      '/newsroom/schedule?from=2026-11-29T00:00:00Z&to=tomorrow',
      'to is "tomorrow": give an instant with its zone',
    ],
    ['/newsroom/articles/nosuch/times?locale=en&locale=es', 'Only "locale" may be given'],
    ['/newsroom/articles/nosuch/times?status=draft', 'Only "locale" may be given'],
  ])('%s is refused: %s', async (path, words) => {
    const answer = await newsroom()
      .http()
      .get(path)
      .set('authorization', `Bearer ${await renewSession(newsroom())}`)
      .expect(400);
    expect(answer.body.error.message).toContain(words);
  });

  it('the panel’s answer has the market of the first listing, and what the caller may do', async () => {
    const { strapi } = newsroom();
    const documentId = await draftArticle(newsroom(), {
      body: body('Rio Tinto (LSE: RIO), then (NASDAQ: MSFT)'),
    });
    const shown = await get(timesOf(documentId), admin).expect(200);
    expect(shown.body.data).toMatchObject({
      market: { mic: 'XLON', timeZone: 'Europe/London' },
      isPublished: false,
      heldBack: null,
      may: { change: { publishAt: true }, publish: true, moveEmbargoEarlier: true },
    });
    const plain = await draftArticle(newsroom(), { body: body('Nothing named.') });
    expect((await get(timesOf(plain), admin)).body.data.market.mic).toBe('XNYS');
    const compliance = await signInAs(strapi, 'newsroom-compliance');
    expect((await get(timesOf(documentId), compliance)).body.data.may).toEqual({
      change: { publishAt: false, unpublishAt: false, embargoUntil: false },
      publish: false,
      moveEmbargoEarlier: false,
    });
    await post(timesOf(documentId), compliance, { publishAt: null }).expect(403);
    await get(`${timesOf(documentId)}?locale=de`, admin).expect(404);
    await post(timesOf(documentId), admin, { locale: 'de', unpublishAt: null }).expect(404);
  });

  it('sets times and leaves the text alone; what cannot be is refused at its field', async () => {
    const documentId = await draftArticle(newsroom(), { summary: 'Kept.' });
    const past = (await inMs(newsroom(), -MINUTE_MS)).toISOString();
    const refused = await post(timesOf(documentId), admin, { publishAt: past });
    expect([refused.status, refused.body.error.details.errors[0].path]).toEqual([400, ['publishAt']]);
    for (const data of [{}, { publishAt: 5 }, { publishAt: '2031-01-01T10:00:00' }, { title: 'No.' }]) {
      expect((await post(timesOf(documentId), admin, data)).status).toBe(400);
    }
    const embargoUntil = (await inMs(newsroom(), 20 * MINUTE_MS)).toISOString();
    await post(timesOf(documentId), admin, { embargoUntil }).expect(200);
    const earlier = await post(timesOf(documentId), admin, { embargoUntil: null });
    expect([earlier.status, earlier.body.error.details.errors[0].path]).toEqual([400, ['embargoUntil']]);
    const draft = await newsroom().strapi.documents(ARTICLE).findOne({ documentId });
    expect(draft).toMatchObject({ summary: 'Kept.', embargoUntil });
  });

  it('a reporter proposes and withdraws; an editor confirms', async () => {
    const { strapi } = newsroom();
    const reporter = await signInAs(strapi, 'newsroom-reporter');
    const path = `/content-manager/collection-types/${ARTICLE}`;
    const { documentId } = (await post(path, reporter, { title: title() }).expect(201)).body.data;
    const publishAt = (await inMs(newsroom(), 50 * MINUTE_MS)).toISOString();
    const proposed = await post(timesOf(documentId), reporter, { publishAt }).expect(200);
    expect(proposed.body.data).toMatchObject({
      times: { publishAt: null, proposedPublishAt: publishAt },
      setBy: { proposedPublishAt: { by: 'newsroom-reporter Tester', byKind: 'person' } },
      may: { change: { publishAt: true }, publish: false },
    });
    await post(timesOf(documentId), reporter, { proposedPublishAt: null }).expect(200);
    expect(await storedTimes(newsroom(), documentId)).toMatchObject({ proposedPublishAt: null });
    await post(timesOf(documentId), reporter, { publishAt }).expect(200);
    const editor = await signInAs(strapi, 'newsroom-editor');
    const confirmed = await post(timesOf(documentId), editor, { publishAt }).expect(200);
    expect(confirmed.body.data).toMatchObject({
      times: { publishAt, proposedPublishAt: null },
      setBy: { publishAt: { by: 'newsroom-editor Tester', byKind: 'person' } },
    });
    // Another's article is not the reporter's to schedule.
    const other = await draftArticle(newsroom());
    await post(timesOf(other), reporter, { publishAt }).expect(403);
  });

  it('the desk is told what is held back and late, and what is next', async () => {
    const { strapi } = newsroom();
    const blocked = await draftArticle(newsroom(), {
      kind: 'opinion',
      publishAt: await inMs(newsroom(), MINUTE_MS),
    });
    const late = await draftArticle(newsroom(), { publishAt: await inMs(newsroom(), MINUTE_MS) });
    const levels = strapi.config.get<object>('newsroom.rules');
    strapi.config.set('newsroom.rules', { ...levels, byline: 'block' });
    silence(true);
    await passTime(newsroom(), 6 * MINUTE_MS);
    silence(false);
    strapi.config.set('newsroom.rules', levels);
    admin = await renewSession(newsroom());
    const next = await draftArticle(newsroom(), { publishAt: await inMs(newsroom(), 2 * MINUTE_MS) });
    const { data } = (await get('/newsroom/schedule/attention', admin).expect(200)).body;
    expect(data.heldBack).toEqual([
      expect.objectContaining({
        documentId: blocked,
        state: 'held-back',
        reason: expect.stringContaining('byline'),
        reasons: [{ code: 'missingByline', values: { kind: 'opinion' } }],
      }),
    ]);
    expect(data.late).toEqual([expect.objectContaining({ documentId: late, lateSeconds: 300 })]);
    expect(data.next[0]).toMatchObject({ documentId: next });
    expect((await get(timesOf(blocked), admin)).body.data.heldBack).toMatchObject({
      reason: expect.stringContaining('byline'),
      reasons: [{ code: 'missingByline', values: { kind: 'opinion' } }],
    });
    expect(states((await days(admin)).body.data, blocked)).toEqual(['held-back']);

    const publishAt = (await inMs(newsroom(), 3 * MINUTE_MS)).toISOString();
    await post(timesOf(blocked), admin, { publishAt }).expect(200);
    expect((await get('/newsroom/schedule/attention', admin)).body.data.heldBack).toEqual([]);
    expect(states((await days(admin)).body.data, blocked)).toEqual(['scheduled']);
  });
};
