import { signInAs } from '../support/admin-user';
import { actsOf, inMs, isOut, MINUTE_MS, passTime, storedTimes } from '../support/article-times';
import { ARTICLE, publishArticle } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';

/** A correction was scheduled, the desk took the article down before that, and the schedule published it again. */
export const regression: Suite = (newsroom) => {
  const articles = () => newsroom().strapi.documents(ARTICLE);
  const withSchedule = async (data: object = {}): Promise<string> => {
    const documentId = await publishArticle(newsroom(), ['Out.'], {});
    const publishAt = await inMs(newsroom(), 10 * MINUTE_MS);
    await articles().update({ documentId, data: { summary: 'New.', publishAt, ...data } as never });
    return documentId;
  };

  it.each<[string, (documentId: string) => Promise<unknown>]>([
    ['code', (documentId) => articles().unpublish({ documentId })],
    ['all locales', (documentId) => articles().unpublish({ documentId, locale: '*' })],
    [
      'the button',
      async (documentId) =>
        newsroom()
          .http()
          .post(`/content-manager/collection-types/${ARTICLE}/${documentId}/actions/unpublish`)
          .set('authorization', `Bearer ${await signInAs(newsroom().strapi, 'newsroom-editor')}`)
          .send({ locale: 'en' })
          .expect(200),
    ],
  ])('by %s', async (_by, unpublish) => {
    const documentId = await withSchedule({ unpublishAt: await inMs(newsroom(), 60 * MINUTE_MS) });
    const before = await storedTimes(newsroom(), documentId);
    await unpublish(documentId);
    expect(await storedTimes(newsroom(), documentId)).toMatchObject({ publishAt: null, unpublishAt: null });
    const [unpublished, cancelled] = (await actsOf(newsroom(), documentId)).slice(-2);
    expect(unpublished).toMatchObject({ act: 'unpublished' });
    expect(cancelled).toMatchObject({
      act: 'schedule-cancelled',
      reasons: [{ code: 'takenDown', values: {} }],
      before: { publishAt: new Date(before?.publishAt ?? 0).toISOString() },
      after: { publishAt: null },
    });
    await passTime(newsroom(), 10 * MINUTE_MS);
    expect(await isOut(newsroom(), documentId)).toBe(false);
  });

  it('a schedule of another language stays', async () => {
    const documentId = await withSchedule();
    const publishAt = await inMs(newsroom(), 20 * MINUTE_MS);
    await articles().update({ documentId, locale: 'es', data: { title: 'Fuera', publishAt } as never });
    await articles().unpublish({ documentId, locale: 'en' });
    expect(await storedTimes(newsroom(), documentId, { locale: 'es' })).toMatchObject({
      publishAt: expect.any(String),
    });
  });

  it('the newsroom’s own unpublication at the end cancels nothing', async () => {
    const documentId = await publishArticle(newsroom(), ['Out.'], {});
    const unpublishAt = await inMs(newsroom(), 5 * MINUTE_MS);
    await articles().update({ documentId, data: { unpublishAt } as never });
    await passTime(newsroom(), 5 * MINUTE_MS);
    expect(await isOut(newsroom(), documentId)).toBe(false);
    const acts = (await actsOf(newsroom(), documentId)).map(({ act }) => act);
    expect(acts).toEqual(['published', 'scheduled', 'unpublished']);
  });
};
