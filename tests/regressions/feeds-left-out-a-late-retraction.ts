import { authorizeToken } from '../support/api-token';
import { MINUTE_MS } from '../support/article-times';
import { ARTICLE, publishArticle } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { renewSession } from '../support/newsroom';

/** One more than a page of a feed. */
const NEWER = 51;

/**
 * Feeds are in the order of publication, and a retraction is none: once a page of newer articles had been published, feed readers never
 * learned that an article was false. Its `updatedAt` did not move either, by which clients of the API look for changes.
 */
export const regression: Suite = (newsroom) => {
  let documentId: string;
  let before: { updatedAt: string };
  beforeAll(async () => {
    // Other tests publish by a node whose clock is ten minutes ahead.
    newsroom().clock.advance(15 * MINUTE_MS);
    documentId = await publishArticle(newsroom(), ['Old.']);
    for (let index = 0; index < NEWER; index += 1) {
      newsroom().clock.advance(1_000);
      await publishArticle(newsroom(), [`New ${index}.`]);
    }
    newsroom().clock.advance(1_000);
    before = await read();
    await newsroom()
      .http()
      .post(`/api/articles/${documentId}/retract`)
      .set(
        'authorization',
        await authorizeToken(newsroom().strapi, 'custom', ['api::article.article.retract']),
      )
      .send({ data: { notice: 'We take it back.' } })
      .expect(200);
  });
  const read = async () => (await newsroom().http().get(`/api/articles/${documentId}`).expect(200)).body.data;
  const feed = async (path: string): Promise<string> =>
    (await newsroom().http().get(path).buffer(true).expect(200)).text;

  it.each(['rss', 'atom', 'json'])('the first page of %s has it', async (format) => {
    expect(await feed(`/feeds/${format}`)).toContain(documentId);
    expect(await feed(`/feeds/${format}`)).toContain('We take it back.');
    expect(await feed(`/feeds/${format}?kind=news`)).toContain(documentId);
    expect(await feed(`/feeds/${format}?kind=analysis`)).not.toContain(documentId);
    expect(await feed(`/feeds/${format}?locale=es`)).not.toContain(documentId);
  });

  it('in its place among the newest, once, beside as many newer articles as before', async () => {
    const { items, next_url: next } = JSON.parse(await feed('/feeds/json'));
    const ids = items.map(({ id }: { id: string }) => id);
    expect(ids[0]).toContain(documentId);
    expect(ids).toHaveLength(51);
    expect(new Set(ids).size).toBe(51);
    const second = JSON.parse(await feed(new URL(next).pathname + new URL(next).search));
    expect(second.items.some(({ id }: { id: string }) => id === ids[50])).toBe(false);
    // Another test's node may have published by a clock that was ahead.
    newsroom().clock.advance(30 * MINUTE_MS);
    const newest = await publishArticle(newsroom(), ['Newest.']);
    const later = JSON.parse(await feed('/feeds/json')).items.map(({ id }: { id: string }) => id);
    expect(later[0]).toContain(newest);
    expect(later.slice(1).some((id: string) => id.includes(documentId))).toBe(true);
  });

  it('its updatedAt moves, and the admin does not take it for an article with changes', async () => {
    const after = await read();
    expect(Date.parse(after.updatedAt)).toBeGreaterThan(Date.parse(before.updatedAt));
    expect(after.updatedAt).toBe(after.retractedAt);
    const shown = await newsroom()
      .http()
      .get(`/content-manager/collection-types/${ARTICLE}/${documentId}`)
      .set('authorization', `Bearer ${await renewSession(newsroom())}`)
      .expect(200);
    expect(shown.body.data.status).toBe('published');
  });

  it('a draft with changes still has them', async () => {
    const { strapi } = newsroom();
    const changed = await publishArticle(newsroom(), ['Wrong.']);
    newsroom().clock.advance(2_000);
    await strapi.documents(ARTICLE).update({ documentId: changed, data: { summary: 'Another.' } });
    newsroom().clock.advance(2_000);
    const bearer = `Bearer ${await renewSession(newsroom())}`;
    await newsroom()
      .http()
      .post(`/newsroom/articles/${changed}/retract`)
      .set('authorization', bearer)
      .send({ notice: 'No.' })
      .expect(200);
    const shown = await newsroom()
      .http()
      .get(`/content-manager/collection-types/${ARTICLE}/${changed}`)
      .set('authorization', bearer);
    expect(shown.body.data.status).toBe('modified');
  });
};
