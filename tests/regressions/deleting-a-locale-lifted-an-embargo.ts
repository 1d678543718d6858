import { draftArticle, inMs, isOut, MINUTE_MS, storedTimes } from '../support/article-times';
import { ARTICLE, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';

const COLLECTION = `/content-manager/collection-types/${ARTICLE}`;

/**
 * An embargo holds for all locales of an article, and stands in the draft in which it was entered. Whoever may delete deleted that
 * draft, and published the translation, without the permission to lift an embargo.
 */
export const regression: Suite = (newsroom) => {
  const articles = () => newsroom().strapi.documents(ARTICLE);
  const embargoed = async (): Promise<string> => {
    const documentId = await draftArticle(newsroom(), {
      embargoUntil: await inMs(newsroom(), 60 * MINUTE_MS),
    });
    await articles().update({ documentId, locale: 'de', data: { title: title() } });
    return documentId;
  };

  it('through the content manager and through code', async () => {
    const documentId = await embargoed();
    const answer = await newsroom()
      .http()
      .delete(`${COLLECTION}/${documentId}?locale=en`)
      .set('authorization', `Bearer ${newsroom().adminToken}`);
    expect([answer.status, answer.body.error.message]).toEqual([
      400,
      expect.stringContaining('holds for the others too'),
    ]);
    await expect(articles().delete({ documentId })).rejects.toThrow('holds for the others too');
    expect(await storedTimes(newsroom(), documentId)).toMatchObject({ embargoUntil: expect.any(String) });
    await expect(articles().publish({ documentId, locale: 'de' })).rejects.toThrow(/embargo/i);
  });

  it('a caller that catches the error commits no part of it', async () => {
    const documentId = await embargoed();
    await newsroom()
      .strapi.db.transaction(async () => {
        await articles()
          .delete({ documentId })
          .catch(() => undefined);
      })
      .catch(() => undefined);
    expect(await storedTimes(newsroom(), documentId)).toMatchObject({ embargoUntil: expect.any(String) });
  });

  it('all of it may be deleted, and so may a translation, and the draft once another has the embargo', async () => {
    const whole = await embargoed();
    await articles().delete({ documentId: whole, locale: '*' });
    expect(await storedTimes(newsroom(), whole)).toBeNull();

    const documentId = await embargoed();
    const until = new Date((await storedTimes(newsroom(), documentId))?.embargoUntil ?? 0);
    await articles().update({ documentId, locale: 'fr', data: { title: title() } });
    await articles().delete({ documentId, locale: 'fr' });
    await articles().update({ documentId, locale: 'de', data: { embargoUntil: until } as never });
    await articles().delete({ documentId, locale: 'en' });
    await expect(articles().publish({ documentId, locale: 'de' })).rejects.toThrow(/embargo/i);
    expect(await isOut(newsroom(), documentId, 'de')).toBe(false);
    await articles().delete({ documentId, locale: '*' });
  });
};
