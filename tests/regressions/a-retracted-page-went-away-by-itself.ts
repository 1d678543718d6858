import { actsOf, inMs, isOut, MINUTE_MS, passTime, storedTimes } from '../support/article-times';
import { ARTICLE, publishArticle } from '../support/articles';
import { authorizeToken } from '../support/api-token';
import type { Suite } from '../support/describe-newsroom';

/** A retraction keeps the page at its address, with the notice. The instant at which the article was to end took it away. */
export const regression: Suite = (newsroom) => {
  it('the notice stays once the instant has come, and the list of acts tells of the instant', async () => {
    const documentId = await publishArticle(newsroom(), ['The merger fails.']);
    const unpublishAt = await inMs(newsroom(), 5 * MINUTE_MS);
    await newsroom()
      .strapi.documents(ARTICLE)
      .update({ documentId, data: { unpublishAt } as never });
    await newsroom()
      .http()
      .post(`/api/articles/${documentId}/retract`)
      .set('authorization', await authorizeToken(newsroom().strapi, 'full-access'))
      .send({ data: { notice: 'We could not confirm it.' } })
      .expect(200);
    expect(await storedTimes(newsroom(), documentId)).toMatchObject({ publishAt: null, unpublishAt: null });
    expect((await actsOf(newsroom(), documentId)).at(-1)).toMatchObject({
      act: 'retracted',
      before: { unpublishAt: unpublishAt.toISOString() },
    });
    await passTime(newsroom(), 6 * MINUTE_MS);
    expect(await isOut(newsroom(), documentId)).toBe(true);
  });
};
