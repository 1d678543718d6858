import { record } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { createListings, eachAfterAWhile } from '../support/listings';

/** PostgreSQL takes 65,535 values in a statement, SQLite 32,766. */
const MANY = 70_000;

/** The rows of a long import are captured at its end, all of them named in one list. */
export const regression: Suite = (newsroom) => {
  const { listing, publish } = createListings(newsroom, 'LI');
  const store = () => newsroom().strapi.plugin('quote-snapshots').service('capture').store;
  const others = Array.from({ length: MANY }, (_, index) => `not-there-${index}`);

  eachAfterAWhile(newsroom);

  it('claims those that are there, and knows those that it holds', async () => {
    newsroom().provider.fail('status-500');
    const documentIds = [await publish(listing()), await publish(listing())];
    newsroom().provider.fail(undefined);
    const rows = (await Promise.all(documentIds.map((id) => record(newsroom(), id)))).flat();
    const pending = rows.map(({ documentId }) => documentId);
    const named = [pending[0], ...others, pending[1]];
    const owner = 'the owner of a long import';
    const claimed: { documentId: string }[] = await store().claim({ documentIds: named }, owner);
    expect(claimed.map(({ documentId }) => documentId).sort()).toEqual([...pending].sort());
    const held: { documentId: string }[] = await store().held(named, owner);
    expect(held.map(({ documentId }) => documentId).sort()).toEqual([...pending].sort());
    await store().release([owner]);
    expect(await store().held(named, owner)).toEqual([]);
  });

  it('retires and moves as many', async () => {
    const ids = Array.from({ length: MANY }, (_, index) => 1_000_000_000 + index);
    await store().retire(ids, 'Gone.');
    await store().adjust(ids.map((id) => ({ id, position: 0, linkedTicker: false, linkedCompany: false })));
  });
};
