import { codes, useVendor } from '../../support/vendors/asking';
import { MASSIVE } from '../../support/vendors/massive';
import { AS_OF } from '../../support/vendors/vendor';

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
    vendor.server.say('MSFT', { market_status: theirs, timeframe: 'REAL-TIME' });
    expect((await vendor.ask([NAME])).get(NAME)).toMatchObject({
      quote: { marketState: ours, delayMinutes: 0 },
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
