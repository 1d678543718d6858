import {
  A_WHILE_MS,
  ARTICLE,
  body,
  instruments,
  later,
  publishArticle,
  readSnapshots,
  record,
  settled,
  SNAPSHOT,
} from '../../support/articles';
import { signIn } from '../../support/newsroom';
import type { Suite } from '.';

const HOUR = 3_600_000;
/** How often the worker has its turn. */
const TURN_MS = 5_000;

/** What publishing could not finish, and how the world hears of it. */
export const recovery: Suite = (newsroom) => {
  const capture = () => newsroom().strapi.plugin('quote-snapshots').service('capture');
  let letters = 0;
  const listing = (): string => {
    const code = (letters += 1);
    const symbol = `RC${String.fromCharCode(65 + Math.floor(code / 26), 65 + (code % 26))}`;
    newsroom().provider.quote(symbol, { Price: 10, PrevClose: 8 });
    return symbol;
  };
  const publish = (...symbols: string[]) =>
    publishArticle(newsroom(), [symbols.map((symbol) => `(NYSE: ${symbol})`).join(' and ')]);
  const states = async (documentId: string) =>
    (await record(newsroom(), documentId)).map(({ state }) => state);
  const requestsDuring = async (work: () => Promise<unknown>): Promise<number> => {
    const before = newsroom().provider.requests.length;
    await work();
    return newsroom().provider.requests.length - before;
  };

  beforeEach(() => newsroom().clock.advance(A_WHILE_MS));
  afterEach(async () => {
    newsroom().provider.fail(undefined);
    newsroom().provider.release();
    await settled(newsroom());
    await later(newsroom());
  });

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
    expect(row?.reason).toMatch(/no price of the week before that moment\. Given up after 24 hours\./);
    provider.fail(undefined);
    expect(await requestsDuring(() => later(newsroom(), HOUR))).toBe(0);

    // A person tries again, and it is there.
    await capture().tryAgain(row?.documentId);
    expect(await readSnapshots(newsroom(), documentId)).toMatchObject([{ state: 'captured', price: 10 }]);
  });

  it('is asked for at once where a person tries again', async () => {
    const { provider, clock } = newsroom();
    provider.fail('status-500');
    const documentId = await publish(listing());
    provider.fail(undefined);
    const [row] = await record(newsroom(), documentId);
    clock.advance(1_500);
    await capture().tryAgain(row?.documentId);
    expect(await states(documentId)).toEqual(['captured']);
    await expect(capture().tryAgain(row?.documentId)).rejects.toThrow('only one without a figure');
    await expect(capture().tryAgain('nosuch')).rejects.toThrow('No quote snapshot');
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
    expect(await capture().tryAgain(row?.documentId)).toBe(replacement);
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
    const { store } = capture();
    newsroom().clock.advance(A_WHILE_MS);
    const [mine, theirs] = [
      { owner: 'slow', until: new Date(Date.now() + 1_000) },
      { owner: 'other', until: new Date(Date.now() + A_WHILE_MS) },
    ];
    const due = { dueLimit: 10 };
    const [row] = await store.claim(due, mine, new Date());
    expect(row).toMatchObject({ relatedDocumentId: documentId });
    expect(await store.claim(due, theirs, new Date())).toEqual([]);
    newsroom().clock.advance(2_000);
    expect(await store.claim(due, theirs, new Date())).toHaveLength(1);
    const outcome = {
      id: row.id,
      documentId: row.documentId,
      supersedes: null,
      state: 'captured',
      price: 666,
    };
    expect(await store.settle([outcome], 'slow')).toEqual([]);
    expect((await record(newsroom(), documentId))[0]?.price).toBeNull();
    await store.release(['other']);
  });

  it('of a batch that outlives its leases is the worker’s: nothing is asked for a second time', async () => {
    const { clock } = newsroom();
    let documentId = '';
    const asked = await requestsDuring(() =>
      capture().together(async () => {
        documentId = await publish(listing());
        await later(newsroom());
        expect(await states(documentId)).toEqual(['captured']);
        // By now the desk has forgotten what the provider said.
        clock.advance(A_WHILE_MS);
      }),
    );
    expect(asked).toBe(1);
  });

  describe('the world is told', () => {
    const heard: { event: string; documentId: string; snapshots: { state: string }[] }[] = [];
    let deafen: () => void;
    beforeAll(() => {
      deafen = newsroom().strapi.eventHub.subscribe((event: string, payload: (typeof heard)[number]) => {
        if (event.startsWith('quote-snapshots.')) heard.push({ ...payload, event });
        return Promise.resolve();
      });
    });
    afterAll(() => deafen());
    const about = (documentId: string) => heard.filter((said) => said.documentId === documentId);

    it('once, when a publication’s quotes are complete', async () => {
      const documentId = await publish(listing(), listing());
      await settled(newsroom());
      await later(newsroom());
      expect(about(documentId)).toEqual([
        expect.objectContaining({
          event: 'quote-snapshots.captured',
          uid: ARTICLE,
          model: 'article',
          locale: 'en',
          snapshots: [
            expect.objectContaining({ state: 'captured' }),
            expect.objectContaining({ state: 'captured' }),
          ],
        }),
      ]);
    });

    it('not before the last of them is there', async () => {
      const { provider } = newsroom();
      const known = listing();
      provider.quote('RCW', { Price: 'NA', PrevClose: 1 });
      const documentId = await publish(known, 'RCW');
      await settled(newsroom());
      expect(about(documentId)).toEqual([]);
      provider.quote('RCW', { Price: 5, PrevClose: 1 });
      await later(newsroom());
      expect(about(documentId).map(({ event }) => event)).toEqual(['quote-snapshots.captured']);
    });

    it('of failure too', async () => {
      const documentId = await publish(listing(), 'RCN');
      await settled(newsroom());
      expect(
        about(documentId).map(({ event, snapshots }) => [event, snapshots.map(({ state }) => state)]),
      ).toEqual([['quote-snapshots.failed', ['captured', 'unavailable']]]);
    });

    it('and a listener that throws does no harm', async () => {
      let calls = 0;
      const off = newsroom().strapi.eventHub.on('quote-snapshots.captured', () => {
        calls += 1;
        throw new Error('listener');
      });
      const documentId = await publish(listing());
      await settled(newsroom());
      await later(newsroom());
      off();
      expect(await states(documentId)).toEqual(['captured']);
      // Nor is everybody told again and again for its sake.
      expect(calls).toBe(1);
    });

    it('through Strapi’s webhooks, where an admin chooses these events', async () => {
      const { strapi, http } = newsroom();
      const token = await signIn(newsroom());
      const events = ['quote-snapshots.captured', 'quote-snapshots.failed'];
      const answer = await http()
        .post('/admin/webhooks')
        .set('authorization', `Bearer ${token}`)
        .send({ name: 'Frontend', url: 'https://frontend.example/revalidate', events, headers: {} });
      expect(answer.body.data).toMatchObject({ events, isEnabled: true });
      await strapi.db.query('strapi::webhook').deleteMany({});
    });
  });

  it('is logged in lines that carry what happened, and no key', async () => {
    const { strapi } = newsroom();
    const lines: string[] = [];
    const spy = jest.spyOn(strapi.log, 'info').mockImplementation((line: unknown) => {
      lines.push(String(line));
      return strapi.log;
    });
    const symbol = listing();
    const documentId = await publish(symbol, 'RCG');
    await settled(newsroom());
    spy.mockRestore();
    const line = lines.find((text) => text.startsWith('quote-snapshots capture '));
    for (const part of [
      `document=${documentId}`,
      'locale=en',
      `captured=XNYS:${symbol}`,
      'unavailable=XNYS:RCG',
      'failures=unknown-instrument',
      'provider=cloudquote',
      'attempt=1',
    ])
      expect(line).toContain(part);
    expect(line).toMatch(/durationMs=\d+/);
    expect(lines.join('\n')).not.toContain('test-key');
  });

  it('is told to an operator: what waits since when, failures by reason, breaker, quota, last success', async () => {
    const { strapi, provider } = newsroom();
    const read = () => strapi.plugin('quote-snapshots').service('status').read();
    await publish(listing());
    await settled(newsroom());
    const quiet = await read();
    expect(quiet).toMatchObject({
      pending: 0,
      oldestPendingAt: null,
      providers: [
        {
          name: 'cloudquote',
          role: 'first',
          breaker: 'closed',
          quota: { minuteLeft: null, dayLeft: null },
          lastSuccessAt: expect.any(Date),
        },
      ],
    });
    expect(quiet.failures).toEqual(
      expect.arrayContaining([{ code: 'unknown-instrument', count: expect.any(Number) }]),
    );
    provider.fail('status-500');
    await publish(listing());
    for (let turn = 0; turn < 20; turn += 1) await later(newsroom(), TURN_MS);
    expect(await read()).toMatchObject({
      pending: 1,
      oldestPendingAt: expect.any(Date),
      providers: [
        { breaker: 'open', lastFailure: { code: 'network', message: expect.stringContaining('500') } },
      ],
    });
    expect(JSON.stringify(await read())).not.toContain('test-key');
  });

  it('keeps its quota in the database, for all nodes', async () => {
    const { strapi } = newsroom();
    const uid = 'plugin::quote-snapshots.provider-usage';
    const { createUsageLedger } = await import(
      '../../../src/plugins/quote-snapshots/server/src/capture/usage-ledger'
    );
    const [here, there] = [createUsageLedger(strapi), createUsageLedger(strapi)];
    expect(await here.spend('vendor|day|2026-01-01', 3)).toBe(3);
    expect(await there.spend('vendor|day|2026-01-01', 4)).toBe(7);
    expect(await here.spend('vendor|day|2026-01-01', 0)).toBe(7);
    await Promise.all(Array.from({ length: 20 }, () => here.spend('vendor|minute|1', 1)));
    expect(await there.spend('vendor|minute|1', 0)).toBe(20);
    newsroom().clock.advance(3 * 24 * HOUR);
    await here.spend('vendor|day|2026-01-04', 1);
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
