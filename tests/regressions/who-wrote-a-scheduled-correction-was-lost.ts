import { signInAs } from '../support/admin-user';
import { actsOf, inMs, MINUTE_MS, passTime } from '../support/article-times';
import { ARTICLE, body, publishArticle } from '../support/articles';
import { CORRECTION, NOTE, RIGHT, WRONG } from '../support/changed-articles';
import type { Suite } from '../support/describe-newsroom';

/**
 * An editor corrected an article, and a colleague scheduled it. The worker stood in the list of acts as the author of the correction,
 * and the editor did not: a declaration was recorded only where the article was scheduled already.
 */
export const regression: Suite = (newsroom) => {
  const as = async () => `Bearer ${await signInAs(newsroom().strapi, 'newsroom-editor')}`;

  it('who declares a change is recorded before the article is scheduled', async () => {
    const { http, strapi } = newsroom();
    const documentId = await publishArticle(newsroom(), [WRONG]);
    newsroom().clock.advance(60 * MINUTE_MS);
    const author = await as();
    const save = (data: object) =>
      http()
        .put(`/content-manager/collection-types/${ARTICLE}/${documentId}`)
        .set('authorization', author)
        .send(data)
        .expect(200);
    await save({ body: body(RIGHT), ...CORRECTION });
    // Saving again says nothing new.
    await save({ ...CORRECTION, byline: 'Ada A.' });
    const publishAt = await inMs(newsroom(), 10 * MINUTE_MS);
    await http()
      .post(`/newsroom/articles/${documentId}/times`)
      .set('authorization', await as())
      .send({ publishAt })
      .expect(200);
    await passTime(newsroom(), 10 * MINUTE_MS);
    const acts = await actsOf(newsroom(), documentId);
    expect(acts.map(({ act }) => act)).toEqual([
      ...['published', 'change-declared', 'scheduled', 'corrected', 'published'],
    ]);
    const [, declared, scheduled, corrected] = acts;
    const people: { id: number }[] = await strapi.db
      .query('admin::user')
      .findMany({ orderBy: { id: 'desc' }, limit: 2 });
    expect([scheduled?.byAdmin, declared?.byAdmin]).toEqual(people.map(({ id }) => id));
    expect(declared).toMatchObject({ before: { changeKind: null }, after: { changeKind: 'correction' } });
    expect(corrected).toMatchObject({ by: 'worker', reason: NOTE });
  });

  it('a draft that readers never had declares nothing', async () => {
    const articles = newsroom().strapi.documents(ARTICLE);
    const { documentId } = await articles.create({ data: { title: 'Never out' } });
    await articles.update({ documentId, data: { changeKind: 'update' } });
    expect(await actsOf(newsroom(), documentId)).toEqual([]);
  });
};
