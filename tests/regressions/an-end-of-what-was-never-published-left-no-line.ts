import {
  actsOf,
  draftArticle,
  inMs,
  isOut,
  MINUTE_MS,
  passTime,
  storedTimes,
} from '../support/article-times';
import { ARTICLE } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';

/** An end that came due for an article that readers never had was removed from the draft, and no act said so. */
export const regression: Suite = (newsroom) => {
  it('the list of acts says that the end is over', async () => {
    const unpublishAt = await inMs(newsroom(), MINUTE_MS);
    const documentId = await draftArticle(newsroom(), { unpublishAt });
    await passTime(newsroom(), 2 * MINUTE_MS);
    expect((await storedTimes(newsroom(), documentId))?.unpublishAt).toBeNull();
    const acts = await actsOf(newsroom(), documentId);
    expect(acts.map(({ act }) => act)).toEqual(['scheduled', 'end-passed']);
    expect(acts[1]).toMatchObject({ by: 'worker', before: { unpublishAt: unpublishAt.toISOString() } });
  });

  it('an article that is published until then is unpublished as before', async () => {
    const documentId = await draftArticle(newsroom(), { unpublishAt: await inMs(newsroom(), MINUTE_MS) });
    await newsroom().strapi.documents(ARTICLE).publish({ documentId });
    await passTime(newsroom(), 2 * MINUTE_MS);
    expect(await isOut(newsroom(), documentId)).toBe(false);
    const acts = (await actsOf(newsroom(), documentId)).map(({ act }) => act);
    expect(acts).toEqual(['scheduled', 'published', 'unpublished']);
  });
};
