import { codes, useVendor } from '../../../support/vendors/asking';
import { MASSIVE } from '../../../support/vendors/massive';
import { AS_OF } from '../../../support/vendors/vendor';

const NAME = 'XNAS:MSFT';

describe('massive', () => {
  const vendor = useVendor(MASSIVE);

  it('asks for as many as it wants answered: ten come of themselves', async () => {
    const symbols = Array.from(
      { length: 30 },
      (_, index) => `A${String.fromCharCode(65 + (index % 26))}${index < 26 ? 'X' : 'Y'}`,
    );
    symbols.forEach((symbol) => vendor.server.say(symbol, {}));
    const names = symbols.map((symbol) => `XNYS:${symbol}`);
    expect(new Set(codes(await vendor.ask(names), names))).toEqual(new Set(['quote']));
    expect(vendor.server.requests).toHaveLength(1);
    expect(vendor.server.requests[0]?.headers.authorization).toBe(`Bearer ${MASSIVE.key}`);
    expect([...(vendor.server.requests[0]?.query.keys() ?? [])]).not.toContain('apiKey');
    expect(vendor.create()).toMatchObject({ maxBatch: 250, maxBatchAsOf: 1 });
  });

  it('reads nanoseconds to the millisecond', async () => {
    vendor.server.say('MSFT', { last_trade: { price: 1, last_updated: Number('1772463600123456789') } });
    const now = () => new Date('2026-03-02T15:01:00Z');
    expect((await vendor.ask([NAME], { now })).get(NAME)).toMatchObject({
      quote: { quotedAt: new Date('2026-03-02T15:00:00.123Z') },
    });
  });

  it.each([
    ['open', 'regular'],
    ['closed', 'closed'],
    ['early_trading', 'pre'],
    ['late_trading', 'post'],
    ['lunch', 'unknown'],
  ])('reads the market state %s as %s', async (theirs, ours) => {
    vendor.server.say('MSFT', { market_status: theirs });
    expect((await vendor.ask([NAME])).get(NAME)).toMatchObject({ quote: { marketState: ours } });
  });

  /** The example of Massive's documentation, an hour before midnight UTC. */
  const EVENING = {
    market_status: 'late_trading',
    session: {
      change: 2.588,
      change_percent: 0.82,
      early_trading_change: 0,
      regular_trading_change: 2.01,
      regular_trading_change_percent: 1.159,
      late_trading_change: 0.578,
      close: 175.51,
      previous_close: 173.5,
      price: 176.0883,
      last_updated: 1753833601079793200,
    },
    last_quote: { last_updated: 1753833599239197400, timeframe: 'REAL-TIME', ask: 176.09, bid: 176.05 },
    last_trade: { last_updated: 1753833599213779700, timeframe: 'REAL-TIME', price: 120.47 },
    last_minute: { close: 176.08, last_updated: 1753833599000000000 },
  };
  const EVENING_CLOCK = () => new Date('2025-07-30T00:01:00Z');

  it('after hours, has the close of the session with its time and its change', async () => {
    vendor.server.say('MSFT', EVENING);
    expect((await vendor.ask([NAME], { now: EVENING_CLOCK })).get(NAME)).toMatchObject({
      quote: {
        price: 175.51,
        previousClose: 173.5,
        change: 2.01,
        changePercent: 1.1585,
        quotedAt: new Date('2025-07-29T20:00:00Z'),
        marketState: 'post',
        delayMinutes: 0,
      },
    });
  });

  it('before the open, has the morning’s trade with its time, against the last close', async () => {
    vendor.server.say('MSFT', {
      market_status: 'early_trading',
      session: { change: 2.22, close: 67.09, previous_close: 67.09, price: 69.31 },
      last_trade: { last_updated: 1745226730467043600, timeframe: 'REAL-TIME', price: 69.31 },
    });
    const now = () => new Date('2025-04-21T09:13:00Z');
    expect((await vendor.ask([NAME], { now })).get(NAME)).toMatchObject({
      quote: {
        price: 69.31,
        change: 2.22,
        quotedAt: new Date('2025-04-21T09:12:10.467Z'),
        marketState: 'pre',
      },
    });
  });

  it.each([
    [
      'the session',
      { session: EVENING.session, last_trade: EVENING.last_trade },
      176.0883,
      '2025-07-30T00:00:01.080Z',
    ],
    [
      'the last trade',
      { session: { price: 1, previous_close: 173.5 }, last_trade: EVENING.last_trade },
      120.47,
      '2025-07-29T23:59:59.214Z',
    ],
    [
      'the last minute',
      { session: { price: 1, previous_close: 173.5 }, last_trade: null, last_minute: EVENING.last_minute },
      176.08,
      '2025-07-29T23:59:59.000Z',
    ],
  ])('takes price and time from the same place: %s', async (_place, said, price, at) => {
    vendor.server.say('MSFT', { market_status: 'open', ...said });
    expect((await vendor.ask([NAME], { now: EVENING_CLOCK })).get(NAME)).toMatchObject({
      quote: { price, quotedAt: new Date(at) },
    });
  });

  it.each([
    ['last_trade', { last_trade: { ...EVENING.last_trade } }, 0],
    ['last_quote', { last_trade: null, last_quote: EVENING.last_quote }, 0],
    ['last_trade', { last_trade: { ...EVENING.last_trade, timeframe: 'DELAYED' } }, 15],
    ['the top', { last_trade: { ...EVENING.last_trade, timeframe: undefined }, timeframe: 'REAL-TIME' }, 0],
    ['nowhere', { last_trade: { ...EVENING.last_trade, timeframe: undefined } }, 15],
  ])('reads how late it is where it is told: %s %j', async (_place, said, delayMinutes) => {
    vendor.server.say('MSFT', { session: EVENING.session, ...said });
    expect((await vendor.ask([NAME], { now: EVENING_CLOCK })).get(NAME)).toMatchObject({
      quote: { delayMinutes },
    });
  });

  it('has no price between the night’s reset and the first trade, when all is zero', async () => {
    vendor.server.say('MSFT', {
      market_status: 'closed',
      session: { price: 0, close: 0, previous_close: 173.5 },
      last_trade: null,
    });
    expect((await vendor.ask([NAME])).get(NAME)).toMatchObject({
      failure: { code: 'no-price', retryable: true },
    });
  });

  it('tells an unknown ticker from one that the plan lacks', async () => {
    vendor.server.say('MSFT', { error: 'NOT_ENTITLED', message: 'upgrade' });
    const names = [NAME, 'XNAS:NOBODY'];
    expect(codes(await vendor.ask(names), names)).toEqual(['refused', 'unknown-instrument']);
  });

  it('refuses what is no share, under the same ticker', async () => {
    vendor.server.say('MSFT', { type: 'crypto' });
    expect(codes(await vendor.ask([NAME]), [NAME])).toEqual(['wrong-listing']);
  });

  it('spells preferreds, rights, warrants and units as the tape does', async () => {
    await vendor.ask(['XNYS:BAC.PRL', 'XNYS:XYZ.RT', 'XNYS:XYZ.WS', 'XNYS:XYZ.U', 'XNYS:BRK.B']);
    expect(vendor.server.requests[0]?.query.get('ticker.any_of')).toBe('BACpL,XYZr,XYZ.WS,XYZ.U,BRK.B');
  });

  it('answers as of a past minute from prices as traded, not adjusted since', async () => {
    expect((await vendor.ask([NAME], { asOf: AS_OF })).get(NAME)).toMatchObject({
      quote: { price: 479.5, change: null },
    });
    expect(vendor.server.requests[0]?.query.get('adjusted')).toBe('false');
  });
});
