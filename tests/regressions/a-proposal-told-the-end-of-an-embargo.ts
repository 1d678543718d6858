import { authorizeToken } from '../support/api-token';
import { actNames, draftArticle, inMs, MINUTE_MS, storedTimes } from '../support/article-times';
import type { Suite } from '../support/describe-newsroom';

const UPDATE = 'api::article.article.update';

/** A token that may not read drafts found the end of an embargo: its proposals were refused if they were earlier. */
export const regression: Suite = (newsroom) => {
  const propose = async (documentId: string, token: string, minutes: number) =>
    newsroom()
      .http()
      .put(`/api/articles/${documentId}?status=draft`)
      .set('authorization', token)
      .send({ data: { proposedPublishAt: await inMs(newsroom(), minutes * MINUTE_MS) } });

  it('is accepted whatever the embargo, and judged when it is confirmed', async () => {
    const { http, strapi } = newsroom();
    const documentId = await draftArticle(newsroom(), {
      embargoUntil: await inMs(newsroom(), 300 * MINUTE_MS),
    });
    const writer = await authorizeToken(strapi, 'custom', [UPDATE]);
    const reader = await authorizeToken(strapi, 'custom', [UPDATE, 'api::article.article.findDraft']);
    expect((await propose(documentId, reader, 10)).status).toBe(400);
    for (const minutes of [10, 400, 20]) {
      expect((await propose(documentId, writer, minutes)).status).toBe(200);
    }
    expect(await actNames(newsroom(), documentId)).toContain('schedule-proposed');
    const { proposedPublishAt } = (await storedTimes(newsroom(), documentId)) ?? {};
    const admin = { authorization: `Bearer ${newsroom().adminToken}` };
    const times = `/newsroom/articles/${documentId}/times`;
    const publishAt = new Date(proposedPublishAt ?? 0).toISOString();
    const confirmed = await http().post(times).set(admin).send({ publishAt });
    expect([confirmed.status, confirmed.body.error?.message]).toEqual([
      400,
      expect.stringContaining('the embargo holds until'),
    ]);
    // A proposal that waits for its answer does not keep the desk from moving the embargo.
    const later = await inMs(newsroom(), 330 * MINUTE_MS);
    await http().post(times).set(admin).send({ embargoUntil: later.toISOString() }).expect(200);
  });
};
