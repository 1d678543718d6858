import { signInAs } from '../../support/admin-user';
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
import { authorizeToken } from '../../support/api-token';
import { renewSession } from '../../support/newsroom';
import { HELD_BACK_EVENT } from '../../../src/newsroom/schedule/worker/notify-held-back';
import type { Suite } from '.';

/** What may be written of an article's times, by whom, and what holds it back when it is due. */
export const schedulingRights: Suite = (newsroom) => {
  const articles = () => newsroom().strapi.documents(ARTICLE);
  const silence = (silent: boolean) => {
    for (const transport of newsroom().strapi.log.transports) transport.silent = silent;
  };
  afterAll(async () => {
    silence(false);
    await newsroom().strapi.db.query(ARTICLE).deleteMany({ where: {} });
  });

  it('SCHEDULE_FREEZES refuses edits of what is scheduled, until the schedule is cancelled', async () => {
    const { strapi } = newsroom();
    const documentId = await draftArticle(newsroom(), { publishAt: await inMs(newsroom(), 10 * MINUTE_MS) });
    strapi.config.set('newsroom.schedule.freezes', true);
    try {
      const edit = (data: object) => articles().update({ documentId, data: data as never });
      await expect(edit({ summary: 'Late.' })).rejects.toThrow('SCHEDULE_FREEZES');
      const german = articles().update({
        documentId,
        locale: 'de',
        data: { title: title(), byline: 'B' } as never,
      });
      await expect(german).rejects.toThrow('SCHEDULE_FREEZES');
      await edit({ summary: 'Cancelled.', publishAt: null });
    } finally {
      strapi.config.set('newsroom.schedule.freezes', false);
    }
    expect(await actNames(newsroom(), documentId)).toEqual(['scheduled', 'schedule-cancelled']);
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
      await http().put(`${path}/${documentId}`).set(editor).send({ publishAt }).expect(200);
      expect(await storedTimes(newsroom(), documentId)).toMatchObject({ publishAt, proposedPublishAt: null });
      // What the reporter reads and sends back changes nothing; cancelling is not theirs.
      await http().put(`${path}/${documentId}`).set(reporter).send({ publishAt }).expect(200);
      const cancelled = await http().put(`${path}/${documentId}`).set(reporter).send({ publishAt: null });
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

    it('the button “Publish” does not publish at once what was scheduled in the same form', async () => {
      const { http } = newsroom();
      const adminToken = await renewSession(newsroom());
      const documentId = await draftArticle(newsroom());
      const publishAt = await inMs(newsroom(), 10 * MINUTE_MS);
      const answer = await http()
        .post(`${path}/${documentId}/actions/publish`)
        .set(as(adminToken))
        .send({ title: title(), publishAt });
      expect(answer.body.error?.message).toContain('it was set just now');
      expect(await isOut(newsroom(), documentId)).toBe(false);
    });

    it('whoever has lost the right since holds it back, and the desk is told', async () => {
      const { strapi, http } = newsroom();
      const editor = as(await signInAs(strapi, 'newsroom-editor'));
      const publishAt = await inMs(newsroom(), 10 * MINUTE_MS);
      const made = await http().post(path).set(editor).send({ title: title(), publishAt });
      const { documentId } = made.body.data;
      const byAdmin = (await actsOf(newsroom(), documentId))[0]?.byAdmin;
      await strapi.db.query('admin::user').update({ where: { id: byAdmin }, data: { isActive: false } });
      const mails: { to: string; subject: string; text: string }[] = [];
      const email = strapi.plugin('email') as unknown as { provider: object };
      const { provider } = email;
      email.provider = { send: (mail: (typeof mails)[number]) => Promise.resolve(mails.push(mail)) };
      strapi.config.set('newsroom.schedule.deskAddress', 'desk@example.com');
      const told: unknown[] = [];
      const listener = (payload: unknown) => void told.push(payload);
      strapi.eventHub.on(HELD_BACK_EVENT, listener as never);
      silence(true);
      await passTime(newsroom(), 10 * MINUTE_MS);
      silence(false);
      strapi.eventHub.off(HELD_BACK_EVENT, listener as never);
      strapi.config.set('newsroom.schedule.deskAddress', undefined);
      email.provider = provider;
      expect(mails).toEqual([
        expect.objectContaining({
          to: expect.stringMatching(/^desk@example\.com, newsroom-editor-\d+@example\.com$/),
        }),
      ]);
      expect(mails[0]?.text).toContain(documentId);
      // It may be under embargo.
      expect(JSON.stringify(mails)).not.toContain(made.body.data.title);
      expect(await isOut(newsroom(), documentId)).toBe(false);
      expect(told).toEqual([
        expect.objectContaining({ documentId, locale: 'en', reason: expect.stringContaining('no account') }),
      ]);
      expect((await actsOf(newsroom(), documentId)).at(-1)).toMatchObject({
        act: 'held-back',
        by: 'worker',
        reason: expect.stringContaining('no account'),
      });
    });
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
};
