import { adjustSnapshots } from '../../src/plugins/quote-snapshots/server/src/store/statements/adjust-snapshots';
import { publishArticle, record, settled, SNAPSHOT } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { createListings, eachAfterAWhile } from '../support/listings';

/** What a capture, or a publication, writes onto rows can only update: rows that are gone meanwhile stay gone. */
export const regression: Suite = (newsroom) => {
  const { listing, publish } = createListings(newsroom, 'LB');
  const rows = () => newsroom().strapi.db.query(SNAPSHOT);
  const capture = () => newsroom().strapi.plugin('quote-snapshots').service('capture');
  const NOBODY = 'nobody-knows-this-row';

  eachAfterAWhile(newsroom);

  it('where a transfer emptied the table while the provider was asked', async () => {
    newsroom().provider.fail('stall');
    const asked = newsroom().provider.nextRequest();
    const publishing = publish(listing(), listing());
    await asked;
    const documentId = await publishing;
    const gone = (await record(newsroom(), documentId)).map((row) => row.documentId);
    await rows().deleteMany({ where: { documentId: { $in: gone } } });
    newsroom().provider.fail(undefined);
    newsroom().provider.release();
    await settled(newsroom());
    // What came back was a row without its publication: current, and in the way of every later one.
    expect(await rows().findMany({ where: { documentId: { $in: gone } } })).toEqual([]);
  });

  it('where the row that replaces another one went meanwhile, which stays current', async () => {
    const documentId = await publish(listing());
    const [old] = await record(newsroom(), documentId);
    newsroom().clock.advance(61_000);
    newsroom().provider.fail('stall');
    const asked = newsroom().provider.nextRequest();
    const recapturing = capture().recapture(old?.documentId, 'a typo');
    await asked;
    const [, waiting] = await record(newsroom(), documentId);
    await rows().delete({ where: { documentId: waiting?.documentId } });
    newsroom().provider.fail(undefined);
    newsroom().provider.release();
    await recapturing;
    expect(await rows().count({ where: { documentId: waiting?.documentId } })).toBe(0);
    expect(await record(newsroom(), documentId)).toMatchObject([
      { documentId: old?.documentId, current: true },
    ]);
  });

  it('where the rows that another publication adjusts are gone', async () => {
    const { id } = await rows().create({ data: { documentId: NOBODY, state: 'captured' } });
    await rows().delete({ where: { id } });
    const adjustment = { id, position: 3, linkedTicker: false, linkedCompany: false };
    await adjustSnapshots(newsroom().strapi, [adjustment]);
    expect(await rows().count({ where: { id } })).toBe(0);
  });

  it('and writes all that it should onto the rows that are there', async () => {
    const [one, two] = [listing(), listing()];
    newsroom().provider.quote(one, { Price: 0.00012, PrevClose: 0.0001, Name: "O'Neill? & Söhne" });
    const documentId = await publishArticle(newsroom(), [`(NYSE: ${one}) and (NYSE: ${two})`]);
    expect(await record(newsroom(), documentId)).toMatchObject([
      {
        state: 'captured',
        price: 0.00012,
        name: "O'Neill? & Söhne",
        current: true,
        provider: 'cloudquote',
        quotedAt: expect.any(String),
        capturedAt: expect.any(String),
        leaseOwner: null,
        leaseUntil: null,
        nextAttemptAt: null,
        failureCode: null,
        attempts: 1,
      },
      { state: 'captured', price: 10, current: true, attempts: 1 },
    ]);
    // As the database itself would write them: whatever the time zone of its session.
    const [row] = await rows().findMany({ where: { relatedDocumentId: documentId }, limit: 1 });
    expect(Math.abs(new Date(row.capturedAt).getTime() - Date.now())).toBeLessThan(60_000);
  });
};
