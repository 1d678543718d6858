import { A_WHILE_MS, later, publishArticle, readSnapshots, record, settled } from '../../support/articles';
import type { Fault } from '../../support/stand-in-provider';
import type { Suite } from '.';

export const faults: Suite = (newsroom) => {
  /** Symbols of its own for every test: the desk remembers for some seconds what was said of one. */
  let letters = 0;
  const symbols = (): [string, string] => {
    const code = (letters += 1);
    const tail = String.fromCharCode(65 + Math.floor(code / 26)) + String.fromCharCode(65 + (code % 26));
    const pair: [string, string] = [`QA${tail}`, `QB${tail}`];
    newsroom().provider.quote(pair[0], { Price: 10.5, PrevClose: 10 });
    newsroom().provider.quote(pair[1], { Price: 20, PrevClose: 25 });
    return pair;
  };
  const publish = async ([a, b]: [string, string]) =>
    publishArticle(newsroom(), [`(NASDAQ: ${a}) and (NYSE: ${b})`]);

  afterEach(async () => {
    newsroom().provider.fail(undefined);
    newsroom().provider.release();
    await settled(newsroom());
    // What the provider was found at fault for is forgotten.
    newsroom().clock.advance(A_WHILE_MS);
  });

  it.each<[Fault, string, string]>([
    ['close', 'pending', 'network'],
    ['status-403', 'pending', 'refused'],
    ['status-429', 'pending', 'quota'],
    ['status-429-without-retry-after', 'pending', 'quota'],
    ['status-500', 'pending', 'network'],
    ['status-503', 'pending', 'network'],
    ['slow-drip', 'pending', 'waiting'],
    ['html', 'pending', 'bad-answer'],
    ['truncated', 'pending', 'bad-answer'],
    ['error-text', 'pending', 'bad-answer'],
    ['nan-literal', 'pending', 'bad-answer'],
    ['huge', 'pending', 'bad-answer'],
    ['fifty-megabytes', 'pending', 'bad-answer'],
    ['redirect', 'pending', 'bad-answer'],
    ['empty', 'unavailable', 'unknown-instrument'],
    ['wrong-type', 'unavailable', 'invalid-price'],
    ['zero', 'unavailable', 'invalid-price'],
    ['negative', 'unavailable', 'invalid-price'],
    ['not-a-number', 'unavailable', 'invalid-price'],
    ['not-available', 'pending', 'no-price'],
    ['other-exchange', 'unavailable', 'unknown-instrument'],
    ['old', 'pending', 'stale'],
    ['future', 'pending', 'incomplete-quote'],
  ])(
    'publishes all the same when the provider’s answer is “%s”, and says why there is no figure',
    async (fault, state, reasonCode) => {
      const pair = symbols();
      newsroom().provider.fail(fault);
      const documentId = await publish(pair);
      await newsroom().http().get(`/api/articles/${documentId}`).expect(200);
      // A slow machine may take longer over an answer than the deadline of the tests.
      if (fault !== 'slow-drip') await settled(newsroom());
      for (const snapshot of await readSnapshots(newsroom(), documentId)) {
        expect(snapshot).toMatchObject({ state, price: null, change: null, quotedAt: null, provider: null });
        expect(snapshot).toMatchObject({ reasonCode, reason: expect.stringMatching(/provider/) });
      }
    },
  );

  it('captures what can be captured where rows are missing', async () => {
    newsroom().provider.fail('missing');
    const documentId = await publish(symbols());
    const snapshots = await readSnapshots(newsroom(), documentId);
    expect(snapshots.map(({ state, price }) => [state, price])).toEqual([
      ['unavailable', null],
      ['captured', 20],
    ]);
  });

  it.each<Fault>(['reordered', 'unnamed', 'duplicated', 'skewed'])(
    'gives each instrument its own figure when its rows are %s',
    async (fault) => {
      newsroom().provider.fail(fault);
      const documentId = await publish(symbols());
      expect((await readSnapshots(newsroom(), documentId)).map(({ price }) => price)).toEqual([10.5, 20]);
    },
  );

  it('takes London pence for pence', async () => {
    const documentId = await publishArticle(newsroom(), ['Rio Tinto (LSE: RIO)']);
    expect(await readSnapshots(newsroom(), documentId)).toEqual([
      expect.objectContaining({
        instrument: 'XLON:RIO',
        price: 49.875,
        change: -0.625,
        currency: 'GBP',
        quoteUnit: 'GBX',
      }),
    ]);
  });

  it('refuses a London figure without a unit', async () => {
    newsroom().provider.quote('LSE:NOUNT', { Price: 100, PrevClose: 99, NominalCurrencyCode: undefined });
    const documentId = await publishArticle(newsroom(), ['(LSE: NOUNT)']);
    expect((await readSnapshots(newsroom(), documentId))[0]).toMatchObject({
      price: null,
      reason: expect.stringContaining('unit'),
    });
  });

  it('waits for a silent provider no longer than the deadline, and captures once it answers', async () => {
    const { provider } = newsroom();
    const pair = symbols();
    provider.fail('stall');
    const documentId = await publish(pair);
    // Publishing has ended, and the provider still holds its answer back.
    expect((await record(newsroom(), documentId)).map(({ state, reason }) => [state, reason])).toEqual([
      ['pending', expect.stringContaining('Waiting')],
      ['pending', expect.stringContaining('Waiting')],
    ]);
    provider.fail(undefined);
    provider.release();
    await settled(newsroom());
    await later(newsroom());
    expect((await readSnapshots(newsroom(), documentId)).map(({ state }) => state)).toEqual([
      'captured',
      'captured',
    ]);
  });

  it('takes a late quote as of publication where the provider can tell it, and says that it is late elsewhere', async () => {
    const { provider } = newsroom();
    const [symbol] = symbols();
    provider.quote('LSE:LTEX', { Price: 100, PrevClose: 99, NominalCurrencyCode: 'GBX' });
    provider.fail('status-500');
    const documentId = await publishArticle(newsroom(), [
      `Then Inc. (NYSE: ${symbol}) and Late Example plc (LSE: LTEX)`,
    ]);
    provider.fail(undefined);
    await later(newsroom(), 3_600_000);
    const [then, late] = await readSnapshots(newsroom(), documentId);
    expect(then).toMatchObject({
      instrument: `XNYS:${symbol}`,
      state: 'captured',
      reason: 'Taken 1 hour after publication, as of the minute of publication.',
    });
    expect(Date.parse(String(then?.quotedAt))).toBeLessThanOrEqual(
      Date.parse(String(then?.relatedPublishedAt)),
    );
    expect(late).toMatchObject({
      instrument: 'XLON:LTEX',
      state: 'captured',
      price: 1,
      reason: 'Late: captured 1 hour after publication.',
    });
  });

  it('refuses a quote in another currency than the ticker’s', async () => {
    const [symbol] = symbols();
    newsroom().provider.quote(`TSX:${symbol}`, { Price: 5, PrevClose: 5, NominalCurrencyCode: 'USD' });
    await newsroom()
      .strapi.documents('api::ticker.ticker')
      .create({ data: { symbol, mic: 'XTSE', currency: 'CAD' } });
    const documentId = await publishArticle(newsroom(), [`(TSX: ${symbol})`]);
    expect((await readSnapshots(newsroom(), documentId))[0]).toMatchObject({
      state: 'unavailable',
      price: null,
    });
  });

  it('publishes a body of 1 MB with 500 mentions', async () => {
    const name = (index: number) =>
      `JQ${String.fromCharCode(65 + (index % 26), 65 + (Math.floor(index / 26) % 26))}`;
    const prose = 'A long sentence without any listing in it, over and over again. '.repeat(32);
    const texts = Array.from({ length: 500 }, (_, index) => `${prose} (NYSE: ${name(index)})`);
    const documentId = await publishArticle(newsroom(), texts);
    await settled(newsroom());
    const snapshots = await record(newsroom(), documentId);
    expect(snapshots).toHaveLength(500);
    expect(new Set(snapshots.map(({ state }) => state))).toEqual(new Set(['unavailable']));
  });

  it('sends the key in a header alone, and lets it into no message', async () => {
    const { provider, strapi } = newsroom();
    expect(provider.requests.every(({ url }) => !url.includes('test-key'))).toBe(true);
    expect(provider.requests[0]?.authorization).toBe('privateKey test-key-that-must-not-leak');
    const rows = await strapi.db.query('plugin::quote-snapshots.quote-snapshot').findMany();
    expect(JSON.stringify(rows)).not.toContain('test-key');
  });
};
