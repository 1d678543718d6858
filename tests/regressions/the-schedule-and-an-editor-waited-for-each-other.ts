import { setImmediate as next } from 'node:timers/promises';
import { draftArticle, inMs, isOut, MINUTE_MS, runTurn } from '../support/article-times';
import { ARTICLE } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';

/**
 * An editor's write locks the versions of an article in order of id, the published one first where it was made first. The schedule
 * locked the draft alone, then all: each had what the other waited for, and PostgreSQL ended one of them. SQLite locks no rows.
 */
export const regression: Suite = (newsroom) => {
  it('an article of which a version is locked is passed by, whole, and goes out at the next turn', async () => {
    const { strapi } = newsroom();
    if (strapi.db.dialect.client !== 'postgres') return;
    const articles = strapi.documents(ARTICLE);
    const documentId = await draftArticle(newsroom());
    await articles.publish({ documentId });
    await articles.update({ documentId, data: { summary: 'Another.' } as never });
    // Makes the draft anew, with a higher id than the published version has.
    await articles.discardDraft({ documentId });
    const publishAt = await inMs(newsroom(), MINUTE_MS);
    await articles.update({ documentId, data: { summary: 'The next.', publishAt } as never });
    const { connection } = strapi.db;
    const versions: { id: number; published_at: Date | null }[] = await connection('articles')
      .select('id', 'published_at')
      .where({ document_id: documentId, locale: 'en' })
      .orderBy('id');
    expect(versions.map(({ published_at }) => published_at === null)).toEqual([false, true]);
    newsroom().clock.advance(MINUTE_MS);
    const errors = jest.spyOn(strapi.log, 'error').mockImplementation(() => strapi.log);
    const editor = await connection.transaction();
    try {
      const lock = (version: { id: number } | undefined) =>
        editor('articles').select('id').where({ id: version?.id }).forNoKeyUpdate();
      await lock(versions[0]);
      let ended = false;
      const turn = runTurn(newsroom()).finally(() => (ended = true));
      const waiting = "select count(*) as count from pg_stat_activity where wait_event_type = 'Lock'";
      while (!ended && Number((await connection.raw(waiting)).rows[0].count) === 0) await next();
      await expect(lock(versions[1])).resolves.toHaveLength(1);
      await editor.rollback();
      await turn;
      expect(errors).not.toHaveBeenCalled();
    } finally {
      if (!editor.isCompleted()) await editor.rollback();
      errors.mockRestore();
    }
    await runTurn(newsroom());
    const out = await articles.findOne({ documentId, status: 'published' });
    expect([await isOut(newsroom(), documentId), out?.summary]).toEqual([true, 'The next.']);
  });
};
