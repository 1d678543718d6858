import { record, SNAPSHOT } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { createListings, eachAfterAWhile } from '../support/listings';

/** Who voids a snapshot while somebody else's new capture takes its place is told so: nothing is voided. */
export const regression: Suite = (newsroom) => {
  const { listing, publish } = createListings(newsroom, 'VR');
  const capture = () => newsroom().strapi.plugin('quote-snapshots').service('capture');

  eachAfterAWhile(newsroom);

  it('says that it came too late, and leaves the row as it is', async () => {
    const { strapi } = newsroom();
    const documentId = await publish(listing());
    const [old] = await record(newsroom(), documentId);
    newsroom().clock.advance(61_000);

    // Between the look at the row and the writing, somebody's new capture arrives.
    let arrived = false;
    const end = strapi.db.lifecycles.subscribe({
      models: [SNAPSHOT],
      async afterFindOne({ result }) {
        if (arrived || (result as { documentId?: string } | null)?.documentId !== old?.documentId) return;
        arrived = true;
        await capture().recapture(old?.documentId, 'somebody else');
      },
    });
    await expect(capture().void(old?.documentId, 'the wrong share')).rejects.toThrow(
      'was not voided: it has just been superseded or retired',
    );
    end();
    const rows = await record(newsroom(), documentId);
    expect(rows.map(({ state, current }) => [state, current])).toEqual([
      ['captured', false],
      ['captured', true],
    ]);
    expect(rows[0]?.reason).toBe(old?.reason);
  });
};
