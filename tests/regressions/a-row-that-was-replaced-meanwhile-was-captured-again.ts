import { ARTICLE, record, settled, SNAPSHOT } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { createListings, eachAfterAWhile } from '../support/listings';

/**
 * Of two who capture the same row again at once, the slower one may find that the other's row has its figure already.
 * It was given the documentId of a row that nobody had inserted, or of one that was captured and never current.
 */
export const regression: Suite = (newsroom) => {
  const { listing, publish } = createListings(newsroom, 'RM');
  const capture = () => newsroom().strapi.plugin('quote-snapshots').service('capture');

  eachAfterAWhile(newsroom);

  /** Captures a row again; between the look at it and the writing, something else happens once. */
  const recaptureWhile = async (
    row: string | undefined,
    happens: () => Promise<unknown>,
  ): Promise<string> => {
    let happened = false;
    const end = newsroom().strapi.db.lifecycles.subscribe({
      models: [SNAPSHOT],
      async afterFindOne({ result }) {
        if (happened || (result as { documentId?: string } | null)?.documentId !== row) return;
        happened = true;
        await happens();
      },
    });
    try {
      return await capture().recapture(row, 'second');
    } finally {
      end();
    }
  };

  it('gives both the row that has taken its place', async () => {
    const documentId = await publish(listing());
    const [old] = await record(newsroom(), documentId);
    newsroom().clock.advance(61_000);
    let first: string | undefined;
    const second = await recaptureWhile(old?.documentId, async () => {
      first = await capture().recapture(old?.documentId, 'first');
    });
    await settled(newsroom());
    const rows = await record(newsroom(), documentId);
    expect(rows.map(({ documentId: id, current }) => [id, current])).toEqual([
      [old?.documentId, false],
      [first, true],
    ]);
    expect(second).toBe(first);
  });

  it('says so where its article has been unpublished, and inserts nothing', async () => {
    const documentId = await publish(listing());
    const [old] = await record(newsroom(), documentId);
    newsroom().clock.advance(61_000);
    const late = recaptureWhile(old?.documentId, () =>
      newsroom().strapi.documents(ARTICLE).unpublish({ documentId }),
    );
    await expect(late).rejects.toThrow('is not current: it was superseded or retired');
    expect(await record(newsroom(), documentId)).toHaveLength(1);
  });
};
