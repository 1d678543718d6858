import { claimDueSnapshots } from '../../../src/plugins/quote-snapshots/server/src/store/statements/claim-snapshots';
import { releaseLeases } from '../../../src/plugins/quote-snapshots/server/src/store/statements/release-leases';
import { writeOutcomes } from '../../../src/plugins/quote-snapshots/server/src/store/statements/write-outcomes';
import {
  A_WHILE_MS,
  ARTICLE,
  body,
  instruments,
  later,
  readSnapshots,
  record,
  settled,
  SNAPSHOT,
} from '../../support/articles';
import { createListings, eachAfterAWhile, TURN_MS } from '../../support/listings';
import type { Suite } from '.';

const HOUR = 3_600_000;

/** What publishing could not finish. */
export const recovery: Suite = (newsroom) => {
  const capture = () => newsroom().strapi.plugin('quote-snapshots').service('capture');
  const { listing, publish, states } = createListings(newsroom, 'RC');
  const requestsDuring = async (work: () => Promise<unknown>): Promise<number> => {
    const before = newsroom().provider.requests.length;
    await work();
    return newsroom().provider.requests.length - before;
  };

  eachAfterAWhile(newsroom);

  it('is within a minute of the provider’s return, however long it was away and whatever was published', async () => {
    const { provider } = newsroom();
    provider.fail('status-503');
    const documentIds: string[] = [];
    for (let hour = 0; hour < 6; hour += 1) {
      documentIds.push(await publish(listing(), listing()));
      for (let turn = 0; turn < 12; turn += 1) await later(newsroom(), HOUR / 12);
    }
    provider.fail(undefined);
    for (let waited = 0; waited < 60_000; waited += TURN_MS) await later(newsroom(), TURN_MS);
    for (const documentId of documentIds) expect(await states(documentId)).toEqual(['captured', 'captured']);
    const [first] = await readSnapshots(newsroom(), documentIds[0] ?? '');
    expect(first?.reason).toBe('Taken 6 hours after publication, as of the minute of publication.');
  }, 60_000);

  it('does not hammer a provider that is down: attempts grow rare, and stop short while its breaker is open', async () => {
    newsroom().provider.fail('status-500');
    await publish(listing());
    const requests = await requestsDuring(async () => {
      for (let turn = 0; turn < 120; turn += 1) await later(newsroom(), TURN_MS);
    });
    // Ten minutes: at most one request each half of a backoff's longest, 15 seconds.
    expect(requests).toBeGreaterThan(5);
    expect(requests).toBeLessThanOrEqual(40);
  }, 60_000);

  it('leaves the provider alone for as long as it asks', async () => {
    const { provider } = newsroom();
    provider.fail('status-429-for-ten-minutes');
    const documentId = await publish(listing());
    provider.fail(undefined);
    expect(
      await requestsDuring(async () => {
        for (let turn = 0; turn < 9; turn += 1) await later(newsroom(), 60_000);
        await publish(listing());
      }),
    ).toBe(0);
    expect(await states(documentId)).toEqual(['pending']);
    await later(newsroom(), 60_000);
    expect(await states(documentId)).toEqual(['captured']);
  });

  it('is given up after a day, with a reason that an editor understands', async () => {
    const { provider } = newsroom();
    provider.fail('not-available');
    const documentId = await publish(listing());
    for (let hour = 0; hour < 23; hour += 1) await later(newsroom(), HOUR);
    expect(await states(documentId)).toEqual(['pending']);
    for (let quarter = 0; quarter < 5; quarter += 1) await later(newsroom(), HOUR / 4);
    const [row] = await record(newsroom(), documentId);
    expect(row).toMatchObject({ state: 'unavailable', current: true });
    expect(row?.reason).toMatch(
      /no price of this listing\. The provider was asked again for 24 hours, and then no more\./,
    );
    provider.fail(undefined);
    expect(await requestsDuring(() => later(newsroom(), HOUR))).toBe(0);

    // A person tries again, and it is there.
    await capture().retry(row?.documentId);
    expect(await readSnapshots(newsroom(), documentId)).toMatchObject([{ state: 'captured', price: 10 }]);
  });

  it('is asked for at once where a person tries again', async () => {
    const { provider, clock } = newsroom();
    provider.fail('status-500');
    const documentId = await publish(listing());
    provider.fail(undefined);
    const [row] = await record(newsroom(), documentId);
    clock.advance(1_500);
    await capture().retry(row?.documentId);
    expect(await states(documentId)).toEqual(['captured']);
    await expect(capture().retry(row?.documentId)).rejects.toThrow('only one without a figure');
    await expect(capture().retry('nosuch')).rejects.toThrow('No quote snapshot');
  });

  it('asks at once for the one that waits to replace a captured one, where a person tries that again', async () => {
    const { provider, clock } = newsroom();
    const documentId = await publish(listing());
    const [row] = await record(newsroom(), documentId);
    // Until the desk no longer knows what was said at publication.
    clock.advance(A_WHILE_MS);
    provider.fail('status-500');
    const replacement = await capture().recapture(row?.documentId, 'A wrong price.');
    expect(await states(documentId)).toEqual(['captured', 'pending']);
    provider.fail(undefined);
    clock.advance(1_500);
    expect(await capture().retry(row?.documentId)).toBe(replacement);
    expect(await states(documentId)).toEqual(['captured', 'captured']);
    expect(await readSnapshots(newsroom(), documentId)).toMatchObject([{ documentId: replacement }]);
  });

  it('asks once for what a hundred publications want at once', async () => {
    const ten = Array.from({ length: 10 }, listing);
    const requests = await requestsDuring(() =>
      Promise.all(Array.from({ length: 100 }, () => publish(...ten))),
    );
    await settled(newsroom());
    expect(requests).toBeLessThanOrEqual(2);
  }, 120_000);

  it('is no business of a mention that vanished meanwhile', async () => {
    const { provider, strapi } = newsroom();
    const [stays, goes] = [listing(), listing()];
    const documentId = await publish(stays, goes);
    const [, second] = await record(newsroom(), documentId);
    provider.fail('stall');
    newsroom().clock.advance(A_WHILE_MS);
    const asked = provider.nextRequest();
    const recapturing = capture().recapture(second?.documentId, 'a typo');
    await asked;
    await strapi
      .documents(ARTICLE)
      .update({ documentId, data: { body: body(`(NYSE: ${stays})`) }, status: 'published' });
    provider.fail(undefined);
    provider.release();
    await recapturing;
    await later(newsroom());
    expect(instruments(await readSnapshots(newsroom(), documentId))).toEqual([`XNYS:${stays}`]);
    expect((await record(newsroom(), documentId)).map(({ state, current }) => [state, current])).toEqual([
      ['captured', true],
      ['captured', false],
      ['unavailable', false],
    ]);
  });

  it('makes one new row where two capture the same again at once', async () => {
    const documentId = await publish(listing());
    const [row] = await record(newsroom(), documentId);
    newsroom().clock.advance(A_WHILE_MS);
    const [one, two] = await Promise.all([
      capture().recapture(row?.documentId, 'first'),
      capture().recapture(row?.documentId, 'second'),
    ]);
    expect(one).toBe(two);
    await settled(newsroom());
    expect((await record(newsroom(), documentId)).map(({ current }) => current)).toEqual([false, true]);
  });

  it('cannot be written by who has lost the lease', async () => {
    newsroom().provider.fail('status-500');
    const documentId = await publish(listing());
    const { strapi } = newsroom();
    newsroom().clock.advance(A_WHILE_MS);
    const [row] = await claimDueSnapshots(strapi, 10, 'slow');
    expect(row).toMatchObject({ relatedDocumentId: documentId });
    expect(await claimDueSnapshots(strapi, 10, 'other')).toEqual([]);
    newsroom().clock.advance(A_WHILE_MS);
    expect(await claimDueSnapshots(strapi, 10, 'other')).toHaveLength(1);
    const outcome = {
      id: row?.id ?? 0,
      documentId: row?.documentId ?? '',
      relatedKey: row?.relatedKey ?? '',
      supersedes: null,
      state: 'captured' as const,
      price: 666,
    };
    expect(await writeOutcomes(strapi, [outcome], 'slow')).toEqual([]);
    expect((await record(newsroom(), documentId))[0]?.price).toBeNull();
    await releaseLeases(strapi, ['other']);
  });

  it('of a batch that outlives its leases is the worker’s: nothing is asked for a second time', async () => {
    const { clock } = newsroom();
    let documentId = '';
    const asked = await requestsDuring(() =>
      capture().captureInOneBatch(async () => {
        documentId = await publish(listing());
        await later(newsroom());
        expect(await states(documentId)).toEqual(['captured']);
        // By now the desk has forgotten what the provider said.
        clock.advance(A_WHILE_MS);
      }),
    );
    expect(asked).toBe(1);
  });

  it('keeps its quota in the database, for all nodes', async () => {
    const { strapi } = newsroom();
    const uid = 'plugin::quote-snapshots.provider-usage';
    const { createUsageLedger } = await import(
      '../../../src/plugins/quote-snapshots/server/src/store/usage-ledger'
    );
    const [here, there] = [createUsageLedger(strapi), createUsageLedger(strapi)];
    expect(await here.spend('vendor|day|2026-01-01', 3, 10)).toBe(3);
    expect(await there.spend('vendor|day|2026-01-01', 8, 10)).toBe(7);
    expect(await here.spend('vendor|day|2026-01-01', 1, 10)).toBe(0);
    await here.refund('vendor|day|2026-01-01', 2);
    expect(await there.total('vendor|day|2026-01-01')).toBe(8);
    newsroom().clock.advance(3 * 24 * HOUR);
    await here.spend('vendor|day|2026-01-04', 1, 10);
    expect(await strapi.db.query(uid).count({})).toBe(1);
    await newsroom().http().get('/api/quote-snapshots/provider-usages').expect(404);
  });

  it('shows none of its workings to readers', async () => {
    const documentId = await publish(listing());
    const [snapshot] = await readSnapshots(newsroom(), documentId);
    for (const field of [
      'attempts',
      'failureCode',
      'nextAttemptAt',
      'leaseOwner',
      'leaseUntil',
      'announcedAt',
      'correction',
    ])
      expect(snapshot).not.toHaveProperty(field);
    expect(
      await newsroom()
        .strapi.db.query(SNAPSHOT)
        .count({ where: { relatedDocumentId: documentId } }),
    ).toBe(1);
  });
};
