import { inMs, MINUTE_MS } from '../support/article-times';
import { ARTICLE } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { renewSession } from '../support/newsroom';

/** One more than the calendar shows. */
const MANY = 2_001;

/** A calendar with more articles than are shown had those that were written first, and not those that come first. */
export const regression: Suite = (newsroom) => {
  it('it has what comes first, and says that there is more', async () => {
    const { strapi, http } = newsroom();
    const from = await inMs(newsroom(), 60 * MINUTE_MS);
    const at = (minutes: number) => new Date(from.getTime() + minutes * MINUTE_MS);
    // The last to come is written first.
    await strapi.db.query(ARTICLE).createMany({
      data: Array.from({ length: MANY }, (_one, index) => ({
        ...{ documentId: `calendar${String(index).padStart(16, '0')}`, locale: 'en', title: `Due ${index}` },
        publishAt: at(MANY - index),
        publishedAt: null,
      })),
    });
    try {
      const answer = await http()
        .get('/newsroom/schedule')
        .query({ from: from.toISOString(), to: at(MANY + 2).toISOString() })
        .set('authorization', `Bearer ${await renewSession(newsroom())}`)
        .expect(200);
      const { data, meta } = answer.body;
      expect(meta.isCutOff).toBe(true);
      expect(data[0]).toMatchObject({ title: `Due ${MANY - 1}`, at: at(1).toISOString() });
      expect(data.some(({ title }: { title: string }) => title === 'Due 1')).toBe(true);
    } finally {
      await strapi.db.query(ARTICLE).deleteMany({ where: { title: { $startsWith: 'Due ' } } });
    }
  });
};
