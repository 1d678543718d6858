import { createAdminUser, mayWith, signInAs, type Permission } from '../../support/admin-user';
import {
  actNames,
  actsOf,
  draftArticle,
  inMs,
  isOut,
  MINUTE_MS,
  passTime,
  runTurn,
  storedTimes,
} from '../../support/article-times';
import { ARTICLE, body, record, settled, title } from '../../support/articles';
import { authorizeToken } from '../../support/api-token';
import { renewSession } from '../../support/newsroom';
import { databaseTime } from '../../../src/newsroom/clock/database-time';
import { reportSkew } from '../../../src/newsroom/clock/report-skew';
import { HELD_BACK_EVENT } from '../../../src/newsroom/schedule/notices/held-back-event';
import { NOTICE } from '../../../src/newsroom/schedule/notices/notice';
import { sendNotices } from '../../../src/newsroom/schedule/notices/send-notices';
import { silenceLog } from '../../support/silence-log';
import type { Suite } from '.';

/** What may be written of an article's times, by whom, and what holds it back when it is due. */
export const schedulingRights: Suite = (newsroom) => {
  const articles = () => newsroom().strapi.documents(ARTICLE);
  const silence = (silent: boolean) => silenceLog(newsroom(), silent);
  afterAll(async () => {
    silence(false);
    await newsroom().strapi.db.query(ARTICLE).deleteMany({ where: {} });
  });

  describe('bad input', () => {
    it.each<[string, () => Promise<Record<string, unknown>>, RegExp]>([
      ['a time in the past', async () => ({ publishAt: await inMs(newsroom(), -1) }), /instant to come/],
      ['a time without a zone', () => Promise.resolve({ publishAt: '2031-01-01T10:00:00' }), /with its zone/],
      ['a day that is not', () => Promise.resolve({ publishAt: '2031-02-30T10:00:00Z' }), /with its zone/],
      ['a number', () => Promise.resolve({ unpublishAt: 5 }), /with its zone/],
      ['a time in ten years', () => Promise.resolve({ publishAt: '2099-01-01T00:00:00Z' }), /five years/],
      [
        'an unpublish before the publish',
        async () => ({
          publishAt: await inMs(newsroom(), 2 * MINUTE_MS),
          unpublishAt: await inMs(newsroom(), MINUTE_MS),
        }),
        /later instant/,
      ],
      [
        'an embargo after the schedule',
        async () => ({
          publishAt: await inMs(newsroom(), MINUTE_MS),
          embargoUntil: await inMs(newsroom(), 2 * MINUTE_MS),
        }),
        /embargo holds until/,
      ],
    ])('%s', async (_what, times, message) => {
      await expect(draftArticle(newsroom(), await times())).rejects.toThrow(message);
    });

    it('to publish at once and to schedule, in one request', async () => {
      const { http } = newsroom();
      const token = await authorizeToken(newsroom().strapi, 'full-access');
      const data = { title: title(), publishAt: await inMs(newsroom(), MINUTE_MS) };
      const answer = await http().post('/api/articles').set('authorization', token).send({ data });
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toContain('status=draft');
    });

    it('a second schedule moves the first; a deleted article goes out nowhere', async () => {
      const documentId = await draftArticle(newsroom(), { publishAt: await inMs(newsroom(), MINUTE_MS) });
      const later = await inMs(newsroom(), 5 * MINUTE_MS);
      await articles().update({ documentId, data: { publishAt: later } as never });
      await passTime(newsroom(), 2 * MINUTE_MS);
      expect(await isOut(newsroom(), documentId)).toBe(false);
      await articles().delete({ documentId });
      await passTime(newsroom(), 5 * MINUTE_MS);
      expect(await isOut(newsroom(), documentId)).toBe(false);
      expect(await actNames(newsroom(), documentId)).toEqual(['scheduled', 'schedule-moved', 'deleted']);
    });

    it('a locale that is removed goes out nowhere; the others go out', async () => {
      const publishAt = await inMs(newsroom(), MINUTE_MS);
      const documentId = await draftArticle(newsroom(), { publishAt });
      await articles().update({
        documentId,
        locale: 'de',
        data: { title: title(), publishAt } as never,
      });
      await articles().delete({ documentId, locale: 'de' });
      await passTime(newsroom(), 2 * MINUTE_MS);
      expect(await isOut(newsroom(), documentId)).toBe(true);
      expect(await isOut(newsroom(), documentId, 'de')).toBe(false);
      expect(await actNames(newsroom(), documentId, 'de')).toEqual(['scheduled', 'deleted']);
    });

    it('a node whose own clock is ten minutes ahead publishes nothing early', async () => {
      const documentId = await draftArticle(newsroom(), { publishAt: await inMs(newsroom(), 5 * MINUTE_MS) });
      const { stoppedAt } = timeOfDay;
      timeOfDay.stoppedAt = Date.now() + 10 * MINUTE_MS;
      try {
        await runTurn(newsroom());
        expect(await isOut(newsroom(), documentId)).toBe(false);
      } finally {
        timeOfDay.stoppedAt = stoppedAt;
      }
      await passTime(newsroom(), 5 * MINUTE_MS);
      expect(await isOut(newsroom(), documentId)).toBe(true);
    });

    it.each([
      ['ahead of', 10 * MINUTE_MS],
      ['behind', -10 * MINUTE_MS],
    ])(
      'a node whose own clock is ten minutes %s the database’s says so, and what to do',
      async (side, by) => {
        const { strapi } = newsroom();
        const { stoppedAt } = timeOfDay;
        const warn = jest.spyOn(strapi.log, 'warn').mockImplementation(() => strapi.log);
        try {
          timeOfDay.stoppedAt = (await databaseTime(strapi)).getTime();
          await reportSkew(strapi);
          expect(warn).not.toHaveBeenCalled();
          timeOfDay.stoppedAt += by;
          await reportSkew(strapi);
          expect(warn.mock.calls).toEqual([
            [expect.stringMatching(`60\\d s ${side} the clock of the database.*NTP`)],
          ]);
        } finally {
          timeOfDay.stoppedAt = stoppedAt;
          warn.mockRestore();
        }
      },
    );

    it('a provider that is down at the minute holds nothing up, and its quotes follow', async () => {
      const { provider, strapi } = newsroom();
      const documentId = await draftArticle(newsroom(), { publishAt: await inMs(newsroom(), MINUTE_MS) });
      provider.fail('status-500');
      silence(true);
      await passTime(newsroom(), MINUTE_MS);
      silence(false);
      provider.fail(undefined);
      expect(await isOut(newsroom(), documentId)).toBe(true);
      expect(await record(newsroom(), documentId)).toMatchObject([
        { instrument: 'XNAS:MSFT', state: 'pending' },
      ]);
      newsroom().clock.advance(5 * MINUTE_MS);
      await strapi.plugin('quote-snapshots').service('capture').runWorkerTurn();
      await settled(newsroom());
      expect(await record(newsroom(), documentId)).toMatchObject([
        { instrument: 'XNAS:MSFT', state: 'captured' },
      ]);
    });
  });

  describe('the right to publish', () => {
    const path = `/content-manager/collection-types/${ARTICLE}`;
    const as = (token: string) => ({ authorization: `Bearer ${token}` });

    it('a reporter proposes, an editor confirms, in the content manager', async () => {
      const { strapi, http } = newsroom();
      const reporter = as(await signInAs(strapi, 'newsroom-reporter'));
      const editor = as(await signInAs(strapi, 'newsroom-editor'));
      const publishAt = (await inMs(newsroom(), 10 * MINUTE_MS)).toISOString();
      const made = await http().post(path).set(reporter).send({ title: title(), publishAt });
      expect(made.status).toBe(201);
      const { documentId } = made.body.data;
      expect(await storedTimes(newsroom(), documentId)).toMatchObject({
        publishAt: null,
        proposedPublishAt: publishAt,
      });
      const times = `/newsroom/articles/${documentId}/times`;
      await http().post(times).set(editor).send({ publishAt }).expect(200);
      expect(await storedTimes(newsroom(), documentId)).toMatchObject({ publishAt, proposedPublishAt: null });
      const cancelled = await http().post(times).set(reporter).send({ publishAt: null });
      expect([cancelled.status, cancelled.body.error?.message]).toEqual([
        400,
        expect.stringContaining('right to publish'),
      ]);
      await passTime(newsroom(), 10 * MINUTE_MS);
      expect(await isOut(newsroom(), documentId)).toBe(true);
      expect(await actNames(newsroom(), documentId)).toEqual([
        'schedule-proposed',
        'schedule-confirmed',
        'published',
      ]);
      expect((await actsOf(newsroom(), documentId))[1]).toMatchObject({
        by: 'newsroom-editor Tester',
        byAdmin: expect.any(Number),
      });
    });

    it('a form that was opened before the article was scheduled changes no times when it is saved', async () => {
      const { strapi, http } = newsroom();
      const reporter = as(await signInAs(strapi, 'newsroom-reporter'));
      const editor = as(await signInAs(strapi, 'newsroom-editor'));
      const made = await http().post(path).set(reporter).send({ title: title() });
      const { documentId } = made.body.data;
      const at = `${path}/${documentId}`;
      // The admin sends the whole form back.
      const opened = (await http().get(at).set(reporter)).body.data;
      expect(opened).toMatchObject({ publishAt: null, embargoUntil: null });
      const publishAt = (await inMs(newsroom(), 10 * MINUTE_MS)).toISOString();
      const times = { publishAt, embargoUntil: publishAt };
      await http().post(`/newsroom/articles/${documentId}/times`).set(editor).send(times).expect(200);
      for (const caller of [reporter, editor]) {
        await http().put(at).set(caller).send(opened).expect(200);
        expect(await storedTimes(newsroom(), documentId)).toMatchObject(times);
      }
      const late = (await http().get(at).set(editor)).body.data;
      const inSpanish = await http()
        .put(`${at}?locale=es`)
        .set(editor)
        .send({ ...late, slug: null });
      expect(inSpanish.status).toBe(200);
      expect(await storedTimes(newsroom(), documentId, { locale: 'es' })).toMatchObject({ publishAt: null });
      await passTime(newsroom(), 10 * MINUTE_MS);
      expect(await isOut(newsroom(), documentId)).toBe(true);
      // The instant that this form still holds has passed.
      await http().put(at).set(editor).send(late).expect(200);
      expect(await storedTimes(newsroom(), documentId)).toMatchObject({
        publishAt: null,
        embargoUntil: null,
      });
      expect((await actNames(newsroom(), documentId)).filter((act) => act.startsWith('schedule-'))).toEqual(
        [],
      );
    });

    it('the button “Publish” does not publish at once what was scheduled in the same new form', async () => {
      const { http } = newsroom();
      const adminToken = await renewSession(newsroom());
      const publishAt = await inMs(newsroom(), 10 * MINUTE_MS);
      const answer = await http()
        .post(`${path}/actions/publish`)
        .set(as(adminToken))
        .send({ title: title(), publishAt });
      expect(answer.body.error?.message).toContain('it was set just now');
    });

    it('whoever has lost the right since holds it back, and the desk is told', async () => {
      const { strapi, http } = newsroom();
      const editor = as(await signInAs(strapi, 'newsroom-editor'));
      const publishAt = await inMs(newsroom(), 10 * MINUTE_MS);
      const made = await http().post(`${path}?locale=de`).set(editor).send({ title: title(), publishAt });
      const { documentId } = made.body.data;
      const byAdmin = (await actsOf(newsroom(), documentId, 'de'))[0]?.byAdmin;
      await strapi.db.query('admin::user').update({ where: { id: byAdmin }, data: { isActive: false } });
      const mails: { to: string; subject: string; text: string }[] = [];
      const email = strapi.plugin('email') as unknown as { provider: object };
      const { provider } = email;
      let failures = 1;
      const send = (mail: (typeof mails)[number]) => {
        if ((failures -= 1) >= 0) return Promise.reject(new Error('The mail server is down.'));
        return Promise.resolve(mails.push(mail));
      };
      email.provider = { send };
      strapi.config.set('newsroom.schedule.deskAddress', 'desk@example.com');
      const told: unknown[] = [];
      const listener = (payload: unknown) => void told.push(payload);
      strapi.eventHub.on(HELD_BACK_EVENT, listener as never);
      silence(true);
      await passTime(newsroom(), 10 * MINUTE_MS);
      expect(mails).toEqual([]);
      // The e-mail is tried again a minute later, and nobody is told twice of anything.
      for (let turn = 0; turn < 3; turn += 1) await passTime(newsroom(), MINUTE_MS);
      silence(false);
      strapi.eventHub.off(HELD_BACK_EVENT, listener as never);
      strapi.config.set('newsroom.schedule.deskAddress', undefined);
      email.provider = provider;
      expect(mails).toEqual([
        // Nobody is mailed whose account is closed.
        expect.objectContaining({ to: 'desk@example.com' }),
      ]);
      // In the language of the article.
      expect(mails[0]?.subject).toBe('Nicht veröffentlicht: ein fälliger Artikel (Deutsch)');
      expect(mails[0]?.text).toContain(`Der Artikel ${documentId} (Deutsch) war am `);
      expect(mails[0]?.text).toContain('hat in der Redaktion kein Konto mehr.');
      // It may be under embargo.
      expect(JSON.stringify(mails)).not.toContain(made.body.data.title);
      expect(await isOut(newsroom(), documentId, 'de')).toBe(false);
      const reasons = [{ code: 'schedulerWithoutAccount', values: {} }];
      expect(told).toEqual([
        expect.objectContaining({
          ...{ documentId, locale: 'de', reasons },
          reason: expect.stringContaining('kein Konto mehr'),
        }),
      ]);
      expect((await actsOf(newsroom(), documentId, 'de')).at(-1)).toMatchObject({
        act: 'held-back',
        byKind: 'worker',
        reason: expect.stringContaining('no account'),
        reasons,
      });
    });
  });

  describe('whoever scheduled an article and has the right no more', () => {
    const isPublish = ({ action }: Permission): boolean => action.endsWith('.publish');
    const narrowed = (all: Permission[], narrow: (one: Permission) => Permission) =>
      all.map((one) => (isPublish(one) ? narrow(one) : one));

    it.each<[string, (all: Permission[]) => Permission[], boolean]>([
      ['whose role has it still', (all) => all, true],
      ['whose role has lost it', (all) => all.filter((one) => !isPublish(one)), false],
      [
        'whose role has it in another locale alone',
        (all) => narrowed(all, (one) => ({ ...one, properties: { ...one.properties, locales: ['en'] } })),
        false,
      ],
      [
        'whose role has it for articles of their own alone',
        (all) => narrowed(all, (one) => ({ ...one, conditions: ['admin::is-creator'] })),
        false,
      ],
    ])('%s', async (what, change, goesOut) => {
      const { strapi, http } = newsroom();
      const permissions = mayWith(strapi, ARTICLE, ['create', 'read', 'update', 'publish']);
      const { token } = await createAdminUser(strapi, what.replaceAll(' ', '-'), permissions);
      const made = await articles().create({ locale: 'de', data: { title: title() } as never });
      const publishAt = await inMs(newsroom(), 10 * MINUTE_MS);
      await http()
        .post(`/newsroom/articles/${made.documentId}/times`)
        .set('authorization', `Bearer ${token}`)
        .send({ locale: 'de', publishAt })
        .expect(200);
      const role: { id: number } = await strapi
        .service('admin::role')
        .findOne({ name: what.replaceAll(' ', '-') });
      await strapi.service('admin::role').assignPermissions(role.id, change(permissions));
      silence(true);
      await passTime(newsroom(), 10 * MINUTE_MS);
      silence(false);
      expect(await isOut(newsroom(), made.documentId, 'de')).toBe(goesOut);
      expect((await actsOf(newsroom(), made.documentId, 'de')).at(-1)).toMatchObject(
        goesOut
          ? { act: 'published' }
          : { act: 'held-back', reasons: [{ code: 'schedulerWithoutRight', values: {} }] },
      );
    });
  });

  it('two nodes that find the same notice tell of it once', async () => {
    const { strapi } = newsroom();
    const documentId = title();
    const now = await databaseTime(strapi);
    await strapi.db.query(NOTICE).create({
      data: {
        ...{ kind: 'event', articleDocumentId: documentId, articleLocale: 'en' },
        ...{ publishAt: now, dueAt: now, attempts: 0, reason: 'Because.', reasons: null },
      },
    });
    const told: string[] = [];
    const listener = (payload: { documentId: string }) => void told.push(payload.documentId);
    strapi.eventHub.on(HELD_BACK_EVENT, listener as never);
    await Promise.all([sendNotices(strapi, () => false), sendNotices(strapi, () => false)]);
    strapi.eventHub.off(HELD_BACK_EVENT, listener as never);
    expect(told).toEqual([documentId]);
    expect(await strapi.db.query(NOTICE).count({ where: { articleDocumentId: documentId } })).toBe(0);
  });

  it('rules are judged when it is scheduled, and again when it is due', async () => {
    const { strapi } = newsroom();
    const levels = strapi.config.get<object>('newsroom.rules');
    const block = (byline: string) => strapi.config.set('newsroom.rules', { ...levels, byline });
    const times = async () => ({ publishAt: await inMs(newsroom(), 10 * MINUTE_MS) });
    try {
      block('block');
      const opinion = { kind: 'opinion', title: title(), body: body('Words.') };
      await expect(draftArticle(newsroom(), { ...opinion, ...(await times()) })).rejects.toThrow('byline');
      block('off');
      const documentId = await draftArticle(newsroom(), { ...opinion, ...(await times()) });
      block('block');
      silence(true);
      await passTime(newsroom(), 10 * MINUTE_MS);
      silence(false);
      expect(await isOut(newsroom(), documentId)).toBe(false);
      expect(await actNames(newsroom(), documentId)).toEqual(['scheduled', 'held-back']);
    } finally {
      strapi.config.set('newsroom.rules', levels);
      silence(false);
    }
  });

  it('an e-mail that always fails is tried for about a day, at growing distances, and then no more', async () => {
    const { strapi } = newsroom();
    const documentId = title();
    const dueAt = await databaseTime(strapi);
    await strapi.db.query(NOTICE).create({
      data: {
        ...{ kind: 'e-mail', articleDocumentId: documentId, articleLocale: 'en' },
        ...{ publishAt: dueAt, dueAt, attempts: 0, reason: 'Because.', reasons: null },
      },
    });
    const left = (): Promise<{ dueAt: string } | null> =>
      strapi.db.query(NOTICE).findOne({ where: { articleDocumentId: documentId } });
    const email = strapi.plugin('email') as unknown as { provider: object };
    const { provider } = email;
    let attempts = 0;
    email.provider = {
      send: () => {
        attempts += 1;
        return Promise.reject(new Error('The mail server is down.'));
      },
    };
    strapi.config.set('newsroom.schedule.deskAddress', 'desk@example.com');
    const errors = jest.spyOn(strapi.log, 'error').mockImplementation(() => strapi.log);
    const minutes: number[] = [];
    try {
      await passTime(newsroom(), 0);
      for (let notice = await left(); notice && minutes.length < 40; notice = await left()) {
        const wait = new Date(notice.dueAt).getTime() - (await databaseTime(strapi)).getTime();
        minutes.push(Math.round(wait / MINUTE_MS));
        await passTime(newsroom(), wait - 1_000);
        expect(attempts).toBe(minutes.length);
        await passTime(newsroom(), 2_000);
      }
      expect(errors.mock.calls.at(-1)).toEqual([
        expect.stringContaining('not tried again after 28 attempts'),
      ]);
    } finally {
      errors.mockRestore();
      email.provider = provider;
      strapi.config.set('newsroom.schedule.deskAddress', undefined);
    }
    expect(attempts).toBe(28);
    expect(minutes).toEqual([1, 2, 4, 8, 16, 32, ...Array.from({ length: 21 }, () => 60)]);
  }, 60_000);
};
