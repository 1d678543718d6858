import { draftArticle, inMs, isOut, MINUTE_MS, passTime, runTurn } from '../support/article-times';
import type { Suite } from '../support/describe-newsroom';

/**
 * A bulk publication locks its articles until all are out. On PostgreSQL every node waited for the first of them that was due, and
 * all that was due behind it waited too. SQLite locks no rows.
 */
export const regression: Suite = (newsroom) => {
  it('what is free goes out meanwhile, and the locked one at the next turn', async () => {
    const { strapi } = newsroom();
    if (strapi.db.dialect.client !== 'postgres') return;
    const publishAt = await inMs(newsroom(), MINUTE_MS);
    const [locked, free] = [
      await draftArticle(newsroom(), { publishAt }),
      await draftArticle(newsroom(), { publishAt }),
    ];
    const { connection } = strapi.db;
    const trx = await connection.transaction();
    try {
      await trx('articles').where({ document_id: locked }).forUpdate().select('id');
      await passTime(newsroom(), 2 * MINUTE_MS);
      expect([await isOut(newsroom(), locked), await isOut(newsroom(), free)]).toEqual([false, true]);
    } finally {
      await trx.rollback();
    }
    await runTurn(newsroom());
    expect(await isOut(newsroom(), locked)).toBe(true);
  });
};
