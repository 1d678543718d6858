import {
  createProviderClient,
  providerHealth,
  requestQuotes,
} from '../../../../src/plugins/quote-snapshots/server/src/providers/client/provider-client';
import { createMemoryLedger } from '../../../../src/plugins/quote-snapshots/server/src/providers/quotas/quota-ledger';
import { ALPACA } from '../../../support/vendors/alpaca';
import { codes, useVendor } from '../../../support/vendors/asking';
import { AS_OF } from '../../../support/vendors/vendor';

const NAME = 'XNAS:MSFT';

describe('alpaca', () => {
  const vendor = useVendor(ALPACA);

  it('sends the two halves of its key in two headers', async () => {
    expect(codes(await vendor.ask([NAME]), [NAME])).toEqual(['quote']);
    const [id, secret] = ALPACA.secrets;
    expect(vendor.server.requests[0]?.headers).toMatchObject({
      'apca-api-key-id': id,
      'apca-api-secret-key': secret,
    });
  });

  it.each(['', 'only-one-half', 'id:', ':secret', 'a:b:c'])(
    'says how to write the key: not “%s”',
    (apiKey) => {
      expect(() => vendor.create({ apiKey })).toThrow(/QUOTES_API_KEY/);
      if (apiKey) expect(() => vendor.create({ apiKey })).toThrow(/ID:SECRET/);
    },
  );

  it('computes the change, which it is not told', async () => {
    expect((await vendor.ask([NAME])).get(NAME)).toMatchObject({
      quote: { previousClose: 470, change: 10.5, changePercent: 2.234 },
    });
  });

  it('before the session, compares with the last session, whose bar is still the daily one', async () => {
    // The example of Alpaca's own documentation: a trade before the open of the 17th.
    vendor.server.say('MSFT', {
      latestTrade: { t: '2022-08-17T10:18:24.114694956Z', p: 172.61 },
      dailyBar: { t: '2022-08-16T04:00:00Z', c: 173.03 },
      prevDailyBar: { t: '2022-08-15T04:00:00Z', c: 173.19 },
    });
    const now = () => new Date('2022-08-17T10:20:00Z');
    expect((await vendor.ask([NAME], { now })).get(NAME)).toMatchObject({
      quote: { price: 172.61, previousClose: 173.03, quotedAt: new Date('2022-08-17T10:18:24.114Z') },
    });
  });

  const AUGUST_16 = {
    dailyBar: { t: '2022-08-16T04:00:00Z', c: 173.03 },
    prevDailyBar: { t: '2022-08-15T04:00:00Z', c: 173.19 },
  };

  it('after the session, has the close with its time and its change, not the evening’s trade', async () => {
    vendor.server.say('MSFT', { ...AUGUST_16, latestTrade: { t: '2022-08-16T23:30:00Z', p: 174.5 } });
    const now = () => new Date('2022-08-17T00:20:00Z');
    expect((await vendor.ask([NAME], { now })).get(NAME)).toMatchObject({
      quote: {
        price: 173.03,
        previousClose: 173.19,
        change: -0.16,
        quotedAt: new Date('2022-08-16T20:00:00Z'),
      },
    });
  });

  it('on a day that ends early, believes the tape that a trade was after the session', async () => {
    // 2022-11-25: the exchanges closed at one. “T” is a trade in extended hours.
    vendor.server.say('MSFT', {
      latestTrade: { t: '2022-11-25T19:30:00Z', p: 250, c: ['@', 'T'] },
      dailyBar: { t: '2022-11-25T05:00:00Z', c: 247.49 },
      prevDailyBar: { t: '2022-11-23T05:00:00Z', c: 247.58 },
    });
    const now = () => new Date('2022-11-25T19:31:00Z');
    expect((await vendor.ask([NAME], { now })).get(NAME)).toMatchObject({
      quote: { price: 247.49, previousClose: 247.58, quotedAt: new Date('2022-11-25T18:00:00Z') },
    });
  });

  it('of a share that traded in the evening alone, has the close of the last session that it has', async () => {
    vendor.server.say('MSFT', { ...AUGUST_16, latestTrade: { t: '2022-08-17T22:00:00Z', p: 170 } });
    const now = () => new Date('2022-08-17T22:20:00Z');
    expect((await vendor.ask([NAME], { now })).get(NAME)).toMatchObject({
      quote: { price: 173.03, previousClose: 173.19, quotedAt: new Date('2022-08-16T20:00:00Z') },
    });
  });

  it('in the session, has the last trade', async () => {
    vendor.server.say('MSFT', { ...AUGUST_16, latestTrade: { t: '2022-08-16T19:59:00Z', p: 173.1 } });
    const now = () => new Date('2022-08-16T19:59:30Z');
    expect((await vendor.ask([NAME], { now })).get(NAME)).toMatchObject({
      quote: { price: 173.1, quotedAt: new Date('2022-08-16T19:59:00Z') },
    });
  });

  it('does not let one symbol that it rejects cost the others', async () => {
    const names = [NAME, 'XNAS:GME1', 'XNYS:BRK.B', 'XNYS:T2'];
    const outcomes = await vendor.ask(names);
    expect(codes(outcomes, names)).toEqual(['quote', 'unknown-instrument', 'quote', 'unknown-instrument']);
    expect(vendor.server.requests.map(({ query }) => query.get('symbols'))).toEqual([
      'MSFT,GME1,BRK.B,T2',
      'MSFT,BRK.B,T2',
      'MSFT,BRK.B',
    ]);
  });

  it('is not taken for broken for symbols that it rejects, however often', async () => {
    const client = createProviderClient(vendor.create(), {
      ledger: createMemoryLedger(),
      timeoutMs: 5_000,
      now: Date.now,
    });
    const ask = (symbol: string) =>
      requestQuotes(client, [{ mic: 'XNAS', symbol }], { priority: 'publication' });
    for (let times = 0; times < 6; times += 1)
      expect(codes(await ask('GME1'), ['XNAS:GME1'])).toEqual(['unknown-instrument']);
    expect((await providerHealth(client)).breaker).toBe('closed');
    expect(codes(await ask('MSFT'), [NAME])).toEqual(['quote']);
  });

  it('asks IEX for past minutes with a key of the free plan, and any other key once it was refused', async () => {
    const feeds = () => vendor.server.requests.map(({ query }) => query.get('feed'));
    expect(codes(await vendor.ask([NAME], { asOf: AS_OF }), [NAME])).toEqual(['quote']);
    expect(feeds()).toEqual(['iex']);
    const provider = vendor.create({ perMinute: 10_000 });
    const ask = () =>
      provider.getQuotes({
        instruments: [{ mic: 'XNAS', symbol: 'MSFT' }],
        asOf: AS_OF,
        signal: AbortSignal.timeout(5_000),
      });
    expect(codes(await ask(), [NAME])).toEqual(['quote']);
    expect(codes(await ask(), [NAME])).toEqual(['quote']);
    expect(feeds()).toEqual(['iex', null, 'iex', 'iex']);
  });

  it('has no price where there was no trade', async () => {
    vendor.server.say('MSFT', { latestTrade: null });
    expect(codes(await vendor.ask([NAME]), [NAME])).toEqual(['no-price']);
  });
});
