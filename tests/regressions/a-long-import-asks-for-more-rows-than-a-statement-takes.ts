import { codedReason } from '../../src/plugins/quote-snapshots/server/src/reasons/reason';
import { adjustSnapshots } from '../../src/plugins/quote-snapshots/server/src/store/statements/adjust-snapshots';
import { claimSnapshots } from '../../src/plugins/quote-snapshots/server/src/store/statements/claim-snapshots';
import { findLeasedSnapshots } from '../../src/plugins/quote-snapshots/server/src/store/statements/find-leased-snapshots';
import { releaseLeases } from '../../src/plugins/quote-snapshots/server/src/store/statements/release-leases';
import { retireSnapshots } from '../../src/plugins/quote-snapshots/server/src/store/statements/retire-snapshots';
import { record } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { createListings, eachAfterAWhile } from '../support/listings';

/** PostgreSQL takes 65,535 values in a statement, SQLite 32,766. */
const MANY = 70_000;

/** The rows of a long import are captured at its end, all of them named in one list. */
export const regression: Suite = (newsroom) => {
  const { listing, publish } = createListings(newsroom, 'LI');
  const others = Array.from({ length: MANY }, (_, index) => `not-there-${index}`);

  eachAfterAWhile(newsroom);

  it('claims those that are there, and finds those that it has leased', async () => {
    newsroom().provider.fail('status-500');
    const documentIds = [await publish(listing()), await publish(listing())];
    newsroom().provider.fail(undefined);
    const rows = (await Promise.all(documentIds.map((id) => record(newsroom(), id)))).flat();
    const pending = rows.map(({ documentId }) => documentId);
    const { strapi } = newsroom();
    const named = [...pending.slice(0, 1), ...others, ...pending.slice(1)];
    const owner = 'the owner of a long import';
    const claimed = await claimSnapshots(strapi, named, owner);
    expect(claimed.map(({ documentId }) => documentId).sort()).toEqual([...pending].sort());
    const leased = await findLeasedSnapshots(strapi, named, owner);
    expect(leased.map(({ documentId }) => documentId).sort()).toEqual([...pending].sort());
    await releaseLeases(strapi, [owner]);
    expect(await findLeasedSnapshots(strapi, named, owner)).toEqual([]);
  });

  it('retires and moves as many', async () => {
    const ids = Array.from({ length: MANY }, (_, index) => 1_000_000_000 + index);
    const { strapi } = newsroom();
    await retireSnapshots(strapi, ids, codedReason('deleted'));
    const place = { position: 0, linkedTicker: false, linkedCompany: false };
    await adjustSnapshots(
      strapi,
      ids.map((id) => ({ id, ...place })),
    );
  });
};
