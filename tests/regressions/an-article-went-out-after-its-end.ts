import { actNames, actsOf, draftArticle, inMs, isOut, MINUTE_MS, passTime } from '../support/article-times';
import { ARTICLE } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { loadOutside } from '../support/load-strapi';
import { silenceLog } from '../support/silence-log';

/** Longer than a batch of the schedule lasts. */
const BATCH_MS = 6_000;

/**
 * Whether an article's time was over was decided when its batch was read: in a long turn an article went out a minute after its end.
 * And nothing was taken away until all was out.
 */
export const regression: Suite = (newsroom) => {
  const articles = () => newsroom().strapi.documents(ARTICLE);

  /** Does something while this article is published. */
  const whilePublishing = (documentId: string, act: () => void): (() => void) =>
    newsroom().strapi.db.lifecycles.subscribe({
      models: [ARTICLE],
      beforeCreate: ({ params }) => {
        const data = params.data as { documentId: string; publishedAt: unknown };
        if (data.publishedAt && data.documentId === documentId) act();
      },
    });

  it('what ends while those before it are published is held back', async () => {
    const publishAt = await inMs(newsroom(), MINUTE_MS);
    const slow = await draftArticle(newsroom(), { publishAt });
    const over = await draftArticle(newsroom(), {
      publishAt: new Date(publishAt.getTime() + 1),
      unpublishAt: new Date(publishAt.getTime() + MINUTE_MS),
    });
    const stop = whilePublishing(slow, () => newsroom().clock.advance(2 * MINUTE_MS));
    silenceLog(newsroom(), true);
    try {
      await passTime(newsroom(), MINUTE_MS + 1);
    } finally {
      stop();
      silenceLog(newsroom(), false);
    }
    expect([await isOut(newsroom(), slow), await isOut(newsroom(), over)]).toEqual([true, false]);
    expect(await actNames(newsroom(), over)).toEqual(['scheduled', 'held-back']);
    expect((await actsOf(newsroom(), over)).at(-1)).toMatchObject({
      reasons: [{ code: 'bothPassed', values: {} }],
    });
  });

  it('what ends is taken away between two batches, and not after the last', async () => {
    const { strapi } = newsroom();
    const ending = await draftArticle(newsroom());
    await articles().publish({ documentId: ending });
    const at = await inMs(newsroom(), MINUTE_MS);
    await articles().update({ documentId: ending, data: { unpublishAt: at } as never });
    const [first, second] = [
      await draftArticle(newsroom(), { publishAt: at }),
      await draftArticle(newsroom(), { publishAt: new Date(at.getTime() + 1) }),
    ];
    // The first takes as long as a batch, by the clock that batches are measured with.
    const { performance } = loadOutside<typeof import('node:perf_hooks')>('node:perf_hooks');
    const now = performance.now.bind(performance);
    let passed = 0;
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => now() + passed);
    const stop = whilePublishing(first, () => (passed += BATCH_MS));
    const done: (string | undefined)[] = [];
    const note = ({ entry }: { entry?: { documentId?: string } }) => void done.push(entry?.documentId);
    for (const event of ['entry.publish', 'entry.unpublish']) strapi.eventHub.on(event, note as never);
    try {
      await passTime(newsroom(), MINUTE_MS + 1);
    } finally {
      stop();
      clock.mockRestore();
      for (const event of ['entry.publish', 'entry.unpublish']) strapi.eventHub.off(event, note as never);
    }
    expect(done).toEqual([first, ending, second]);
  });
};
