import { draftArticle, inMs, MINUTE_MS, storedTimes } from '../support/article-times';
import { ARTICLE } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';

/**
 * An embargo on a published article is refused. On PostgreSQL an embargo that waited for a publication found the rows that it was
 * to lock, and not the one that the publication had inserted: it was accepted for an article that readers had.
 */
export const regression: Suite = (newsroom) => {
  it('an embargo that waits for a publication is refused', async () => {
    const { strapi } = newsroom();
    if (strapi.db.dialect.client !== 'postgres') return;
    const documentId = await draftArticle(newsroom());
    const embargoUntil = await inMs(newsroom(), 60 * MINUTE_MS);
    const waits = async (): Promise<void> => {
      const waiting = "select count(*) as count from pg_stat_activity where wait_event_type = 'Lock'";
      for (;;) {
        const { rows } = await strapi.db.connection.raw(waiting);
        if (Number(rows[0].count) > 0) return;
      }
    };
    let begin: () => void = () => undefined;
    // Told to begin from within the transaction, but not part of it.
    const embargo = new Promise<void>((resolve) => (begin = resolve))
      .then(() => strapi.documents(ARTICLE).update({ documentId, data: { embargoUntil } as never }))
      .then(
        () => 'accepted',
        (error: Error) => error.message,
      );
    await strapi.db.transaction(async () => {
      await strapi.documents(ARTICLE).publish({ documentId });
      begin();
      await waits();
    });
    expect(await embargo).toMatch(/^embargoUntil is /);
    expect(await storedTimes(newsroom(), documentId)).toMatchObject({ embargoUntil: null });
  });
};
