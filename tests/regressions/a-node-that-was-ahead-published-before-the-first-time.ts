import { inMs, MINUTE_MS } from '../support/article-times';
import { ARTICLE, publishArticle, settled } from '../support/articles';
import { changedArticles, CORRECTION, type Shown } from '../support/changed-articles';
import type { Suite } from '../support/describe-newsroom';
import { renewSession } from '../support/newsroom';

/**
 * A node whose clock was ten minutes ahead published an article, and a correct one its correction a minute later. The API gave a first
 * publication after the last one, and _What changed_ had no figures beside the correction: they were found by the two nodes' times.
 */
export const regression: Suite = (newsroom) => {
  const { read } = changedArticles(newsroom);
  /** No time of an article is after its last publication. */
  const inOrder = ({ firstPublishedAt, correctedAt, publishedAt }: Shown): void => {
    const last = Date.parse(publishedAt);
    expect(Date.parse(firstPublishedAt)).toBeLessThanOrEqual(last);
    if (correctedAt) expect(Date.parse(firstPublishedAt)).toBeLessThanOrEqual(Date.parse(correctedAt));
  };
  /** Publishes while the node's clock is wrong, and the database's is not. */
  const wrongBy = async (milliseconds: number, publish: () => Promise<string>): Promise<string> => {
    const { stoppedAt } = timeOfDay;
    timeOfDay.stoppedAt = (stoppedAt ?? Date.now()) + milliseconds;
    try {
      return await publish();
    } finally {
      timeOfDay.stoppedAt = stoppedAt;
    }
  };

  it.each([
    ['ahead', 10 * MINUTE_MS],
    ['behind', -10 * MINUTE_MS],
  ])(
    'times are in order, and figures beside each publication, where a node is %s',
    async (_how, milliseconds) => {
      const { http, strapi } = newsroom();
      const documentId = await wrongBy(milliseconds, () =>
        publishArticle(newsroom(), ['Microsoft (NASDAQ: MSFT)']),
      );
      await settled(newsroom());
      const first = await read(documentId);
      inOrder(first);
      newsroom().clock.advance(MINUTE_MS);
      await strapi.documents(ARTICLE).update({
        documentId,
        data: { summary: 'More.', ...CORRECTION } as never,
        status: 'published',
      });
      await settled(newsroom());
      const second = await read(documentId);
      inOrder(second);
      expect(second.corrections?.[0]?.at).toBe(second.correctedAt);
      expect(Date.parse(second.firstPublishedAt)).toBeLessThan(Date.parse(second.correctedAt ?? ''));
      // Once more by the node that is wrong.
      await wrongBy(milliseconds, async () => {
        await strapi.documents(ARTICLE).update({
          documentId,
          data: { summary: 'Most.', changeKind: 'update' } as never,
          status: 'published',
        });
        return documentId;
      });
      inOrder(await read(documentId));
      const authorization = `Bearer ${await renewSession(newsroom())}`;
      const path = `/newsroom/articles/${documentId}/publications`;
      const { data: lines } = (await http().get(path).set('authorization', authorization).expect(200)).body;
      const figures = await Promise.all(
        lines.map(async ({ id, change }: { id: number; change: string }) => [
          change,
          (await http().get(`${path}/${id}`).set('authorization', authorization)).body.data.figures.map(
            (figure: { instrument: string; price: number }) => [figure.instrument, figure.price],
          ),
        ]),
      );
      expect(figures).toEqual([
        ['update', [['XNAS:MSFT', 480]]],
        ['correction', [['XNAS:MSFT', 480]]],
        ['first', [['XNAS:MSFT', 480]]],
      ]);
    },
  );

  it('what was first published later than now, by an earlier version, is not any more', async () => {
    const { strapi } = newsroom();
    const documentId = await publishArticle(newsroom(), ['Old.']);
    const ahead = await inMs(newsroom(), 10 * MINUTE_MS);
    const history = await strapi.db
      .query('api::article-publication.article-publication')
      .findOne({ where: { articleDocumentId: documentId } });
    const { id: _id, ...row } = history as Record<string, unknown>;
    await strapi.db.query('api::article-publication.article-publication').create({
      data: { ...row, documentId: `${documentId}-ahead`, firstPublishedAt: ahead },
    });
    newsroom().clock.advance(MINUTE_MS);
    await strapi.documents(ARTICLE).publish({ documentId });
    const { firstPublishedAt, publishedAt } = await read(documentId);
    expect(firstPublishedAt).toBe(publishedAt);
  });
};
