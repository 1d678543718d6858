import { draftArticle, inMs, isOut, MINUTE_MS, runTurn } from '../support/article-times';
import { ARTICLE, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';

/** As many as are read at once. */
const FAILING = 100;

/**
 * What fails waits for its next attempt, but was read before what was due after it: a hundred such articles held up everything else for
 * as long as they waited.
 */
export const regression: Suite = (newsroom) => {
  it('a hundred articles that fail hold up none that is due after them', async () => {
    const { strapi } = newsroom();
    const publishAt = await inMs(newsroom(), MINUTE_MS);
    const failing = Array.from({ length: FAILING }, (_, one) =>
      `${title()} fails ${one}`.replaceAll(' ', '-'),
    );
    await strapi.db.query(ARTICLE).createMany({
      data: failing.map((documentId) => ({
        ...{ documentId, title: documentId, slug: documentId, locale: 'en', publishAt, publishedAt: null },
      })),
    });
    // The disk, or the database, fails as their published versions are inserted.
    const unsubscribe = strapi.db.lifecycles.subscribe({
      models: [ARTICLE],
      beforeCreate: ({ params }) => {
        const { documentId, publishedAt } = params.data as { documentId: string; publishedAt: unknown };
        if (publishedAt && failing.includes(documentId)) throw new Error('The disk is full.');
      },
    });
    const errors = jest.spyOn(strapi.log, 'error').mockImplementation(() => strapi.log);
    try {
      newsroom().clock.advance(MINUTE_MS);
      await runTurn(newsroom());
      expect(errors.mock.calls.length).toBeGreaterThanOrEqual(FAILING);
      const free = await draftArticle(newsroom(), { publishAt: await inMs(newsroom(), 500) });
      // Less than the second for which the failing ones wait.
      newsroom().clock.advance(500);
      await runTurn(newsroom());
      expect(await isOut(newsroom(), free)).toBe(true);
    } finally {
      unsubscribe();
      errors.mockRestore();
      await strapi.db.query(ARTICLE).deleteMany({ where: { documentId: { $in: failing } } });
    }
  }, 120_000);
};
