import { createAdminUser, mayWith } from '../support/admin-user';
import { draftArticle, inMs, MINUTE_MS } from '../support/article-times';
import { ARTICLE, body, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';

/** “Before you publish” in a language that was not saved yet told nothing of the embargo, which holds for all languages. */
export const regression: Suite = (newsroom) => {
  it('is told to who may read the article in another language, and to nobody else', async () => {
    const { http, strapi } = newsroom();
    const embargoUntil = await inMs(newsroom(), 60 * MINUTE_MS);
    const documentId = await draftArticle(newsroom(), { embargoUntil });
    const check = async (token: string) =>
      http()
        .post('/newsroom/publication-checks')
        .set('authorization', `Bearer ${token}`)
        .send({
          documentId,
          locale: 'es',
          entry: { title: title(), body: body('Hola.') },
          tickers: { connect: [], disconnect: [] },
          disclaimers: { connect: [], disconnect: [] },
        });
    const open = await check(newsroom().adminToken);
    expect([open.status, open.body.data.findings]).toEqual([
      200,
      expect.arrayContaining([
        expect.objectContaining({
          level: 'block',
          fault: 'embargo',
          values: { until: embargoUntil.toISOString() },
        }),
      ]),
    ]);
    const own = mayWith(strapi, ARTICLE, ['read', 'create'], ['admin::is-creator']);
    const { token } = await createAdminUser(strapi, `reads-own-only-${documentId}`, own);
    const closed = await check(token);
    expect(closed.status).toBe(200);
    expect(closed.text).not.toContain('embargo');
  });
};
