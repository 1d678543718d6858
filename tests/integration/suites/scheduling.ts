import fc from 'fast-check';
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
import { ARTICLE, record, title } from '../../support/articles';
import { silenceLog } from '../../support/silence-log';
import type { Suite } from '.';

/** An article goes out at its minute, once. */
export const scheduling: Suite = (newsroom) => {
  const articles = () => newsroom().strapi.documents(ARTICLE);
  const silence = (silent: boolean) => silenceLog(newsroom(), silent);
  afterAll(async () => {
    silence(false);
    await newsroom().strapi.db.query(ARTICLE).deleteMany({ where: {} });
  });

  it('goes out at its instant and not before, with its quotes, and comes down at its end', async () => {
    const documentId = await draftArticle(newsroom(), {
      publishAt: await inMs(newsroom(), 10 * MINUTE_MS),
      unpublishAt: await inMs(newsroom(), 30 * MINUTE_MS),
    });
    await passTime(newsroom(), 9 * MINUTE_MS);
    expect(await isOut(newsroom(), documentId)).toBe(false);
    await passTime(newsroom(), MINUTE_MS);
    expect(await isOut(newsroom(), documentId)).toBe(true);
    const [snapshot] = await record(newsroom(), documentId);
    expect(snapshot).toMatchObject({ instrument: 'XNAS:MSFT', state: 'captured', lateMinutes: null });
    expect(await storedTimes(newsroom(), documentId, { published: true })).toEqual({
      publishAt: null,
      unpublishAt: null,
      embargoUntil: null,
      proposedPublishAt: null,
      proposedUnpublishAt: null,
    });
    await runTurn(newsroom());
    await passTime(newsroom(), 20 * MINUTE_MS);
    expect(await isOut(newsroom(), documentId)).toBe(false);
    await passTime(newsroom(), 20 * MINUTE_MS);
    expect(await actNames(newsroom(), documentId)).toEqual(['scheduled', 'published', 'unpublished']);
    expect((await actsOf(newsroom(), documentId)).map(({ by }) => by)).toEqual(['code', 'worker', 'worker']);
  });

  it('says that it is late where the newsroom was down at the instant', async () => {
    const documentId = await draftArticle(newsroom(), { publishAt: await inMs(newsroom(), MINUTE_MS) });
    await passTime(newsroom(), 6 * MINUTE_MS);
    expect(await isOut(newsroom(), documentId)).toBe(true);
    const acts = await actsOf(newsroom(), documentId);
    expect(acts.at(-1)).toMatchObject({ act: 'published-late', after: { lateSeconds: 300 } });
  });

  it('nothing goes out where both instants passed while the newsroom was down; what is out comes down', async () => {
    const times = async () => ({
      publishAt: await inMs(newsroom(), MINUTE_MS),
      unpublishAt: await inMs(newsroom(), 2 * MINUTE_MS),
    });
    const draft = await draftArticle(newsroom(), await times());
    const out = await draftArticle(newsroom());
    await articles().publish({ documentId: out });
    await articles().update({ documentId: out, data: (await times()) as never });
    silence(true);
    await passTime(newsroom(), 5 * MINUTE_MS);
    silence(false);
    expect(await isOut(newsroom(), draft)).toBe(false);
    expect(await isOut(newsroom(), out)).toBe(false);
    expect(await actNames(newsroom(), draft)).toEqual(['scheduled', 'held-back']);
    expect(await actNames(newsroom(), out)).toEqual(['published', 'scheduled', 'unpublished', 'held-back']);
    expect((await actsOf(newsroom(), draft)).at(-1)).toMatchObject({
      byKind: 'worker',
      reasons: [{ code: 'bothPassed', values: {} }],
    });
    await passTime(newsroom(), 5 * MINUTE_MS);
    expect(await isOut(newsroom(), draft)).toBe(false);
  });

  it('each locale has its own schedule; clones and new locales begin without', async () => {
    const publishAt = await inMs(newsroom(), 10 * MINUTE_MS);
    const documentId = await draftArticle(newsroom(), { publishAt });
    await articles().update({ documentId, locale: 'de', data: { title: title() } as never });
    expect(await storedTimes(newsroom(), documentId, { locale: 'de' })).toMatchObject({ publishAt: null });
    const clone = await articles().clone({ documentId, data: { title: title() } as never });
    const cloned = String(clone?.entries[0]?.documentId);
    expect(await storedTimes(newsroom(), cloned)).toMatchObject({ publishAt: null });
    await passTime(newsroom(), 10 * MINUTE_MS);
    expect(await isOut(newsroom(), documentId)).toBe(true);
    expect(await isOut(newsroom(), documentId, 'de')).toBe(false);
    expect(await isOut(newsroom(), cloned)).toBe(false);
  });

  it('an article that is due in two locales at once goes out in both', async () => {
    const publishAt = await inMs(newsroom(), 10 * MINUTE_MS);
    const documentId = await draftArticle(newsroom(), { publishAt });
    await articles().update({ documentId, locale: 'de', data: { title: title(), publishAt } as never });
    await passTime(newsroom(), 10 * MINUTE_MS);
    expect([await isOut(newsroom(), documentId), await isOut(newsroom(), documentId, 'de')]).toEqual([
      true,
      true,
    ]);
  });

  it('an edit is part of what goes out; discarding changes keeps the schedule', async () => {
    const documentId = await draftArticle(newsroom());
    await articles().publish({ documentId });
    await articles().update({
      documentId,
      data: { summary: 'Second.', publishAt: await inMs(newsroom(), 10 * MINUTE_MS) } as never,
    });
    await articles().discardDraft({ documentId });
    await articles().update({ documentId, data: { summary: 'Third.' } as never });
    await passTime(newsroom(), 10 * MINUTE_MS);
    const { body: answer } = await newsroom().http().get(`/api/articles/${documentId}`).expect(200);
    expect(answer.data.summary).toBe('Third.');
  });

  it('many are due at once: each once, the earliest first, and their quotes in few requests', async () => {
    const { strapi, provider } = newsroom();
    const documentIds: string[] = [];
    const last = await inMs(newsroom(), 10 * MINUTE_MS);
    for (let one = 0; one < 12; one += 1) {
      const publishAt = new Date(last.getTime() - one * 1_000);
      documentIds.push(await draftArticle(newsroom(), { publishAt }));
    }
    const before = provider.requests.length;
    await passTime(newsroom(), 10 * MINUTE_MS);
    const out: { documentId: string }[] = await strapi.db.query(ARTICLE).findMany({
      select: ['documentId'],
      where: { documentId: { $in: documentIds }, publishedAt: { $notNull: true } },
      orderBy: { id: 'asc' },
    });
    expect(out.map(({ documentId }) => documentId)).toEqual([...documentIds].reverse());
    expect(provider.requests.length - before).toBeLessThanOrEqual(2);
  });

  it('any life: never early, never twice, never lost', async () => {
    const step = fc.oneof(
      fc.record({
        field: fc.constantFrom('publishAt' as const, 'unpublishAt' as const, 'embargoUntil' as const),
        minute: fc.option(fc.integer({ min: 1, max: 20 }), { freq: 6 }),
      }),
      fc.record({ pass: fc.integer({ min: 1, max: 15 }) }),
      fc.constant('button' as const),
      fc.constant('edit' as const),
    );
    silence(true);
    const live = fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      const documentId = await draftArticle(newsroom());
      let out = false;
      let publications = 0;
      for (const one of steps) {
        const before = await storedTimes(newsroom(), documentId);
        const now = await inMs(newsroom(), 0);
        const isHeld = before?.embargoUntil != null && new Date(before.embargoUntil) > now;
        if (one === 'edit') {
          await articles().update({ documentId, data: { summary: title() } as never });
        } else if (one === 'button') {
          const published = await articles()
            .publish({ documentId })
            .then(
              () => true,
              () => false,
            );
          expect(published).toBe(!isHeld);
          if (published) [out, publications] = [true, publications + 1];
        } else if ('pass' in one) {
          await passTime(newsroom(), one.pass * MINUTE_MS);
          const after = await inMs(newsroom(), 0);
          const isDue = (at: string | null | undefined) => at != null && new Date(at) <= after;
          if (isDue(before?.publishAt) && !isDue(before?.unpublishAt)) {
            [out, publications] = [true, publications + 1];
          }
          if (isDue(before?.unpublishAt)) out = false;
        } else {
          const value = one.minute === null ? null : await inMs(newsroom(), one.minute * MINUTE_MS);
          const write = articles().update({ documentId, data: { [one.field]: value } as never });
          await write.catch((error: Error) => expect(error.name).toBe('ValidationError'));
        }
        expect(await isOut(newsroom(), documentId)).toBe(out);
        const acts = await actNames(newsroom(), documentId);
        expect(acts.filter((act) => act.startsWith('published'))).toHaveLength(publications);
      }
    });
    await fc.assert(live, { numRuns: 8 });
    silence(false);
  }, 120_000);
};
