import { codes, useVendor } from '../../../support/vendors/asking';
import { AS_OF } from '../../../support/vendors/vendor';
import { TWELVE_DATA } from '../../../support/vendors/twelve-data';

describe('twelve-data', () => {
  const vendor = useVendor(TWELVE_DATA);

  it('asks for each market at once, naming it, with the key in a header', async () => {
    await vendor.ask(['XNAS:MSFT', 'XLON:RIO', 'XNYS:BRK.B']);
    expect(vendor.server.requests.map(({ query }) => Object.fromEntries(query))).toEqual([
      { symbol: 'MSFT,BRK.B', country: 'United States' },
      { symbol: 'RIO', mic_code: 'XLON' },
    ]);
    expect(vendor.server.requests[0]?.headers.authorization).toBe(`apikey ${TWELVE_DATA.key}`);
    expect(vendor.create()).toMatchObject({
      maxBatch: 120,
      limits: { counts: 'instrument', perMinute: 8, perDay: 800 },
    });
  });

  it('turns pence into pounds, and says which unit they were', async () => {
    expect((await vendor.ask(['XLON:RIO'])).get('XLON:RIO')).toMatchObject({
      quote: { price: 49.875, previousClose: 50.5, currency: 'GBP', quoteUnit: 'GBX', delayMinutes: 15 },
    });
  });

  it('keeps one symbol on two markets apart', async () => {
    vendor.server.say('SHOP', { close: '100', currency: 'USD', mic_code: 'XNGS' });
    vendor.server.say('SHOP@XTSE', { close: '140', currency: 'CAD', mic_code: 'XTSE' });
    const outcomes = await vendor.ask(['XTSE:SHOP', 'XNAS:SHOP']);
    expect(outcomes.get('XTSE:SHOP')).toMatchObject({ quote: { price: 140, currency: 'CAD' } });
    expect(outcomes.get('XNAS:SHOP')).toMatchObject({ quote: { price: 100, currency: 'USD' } });
  });

  it('asks for Tokyo and for AIM by the codes that it has for them, now and of a past minute', async () => {
    vendor.server.say('FEVR@XLON', { close: '712.50000', currency: 'GBp', mic_code: 'XLON' });
    const names = ['XTKS:7203', 'AIMX:FEVR'];
    for (const asOf of [undefined, AS_OF])
      expect(codes(await vendor.ask(names, asOf ? { asOf } : {}), names)).toEqual(['quote', 'quote']);
    const asked = vendor.server.requests.map(({ query }) => query.get('mic_code'));
    expect(asked).toEqual(['XJPX', 'XLON', 'XJPX', 'XLON']);
  });

  it('asks once for a listing that two articles place on a market and on its segment', async () => {
    vendor.server.say('FEVR@XLON', { close: '712.50000', currency: 'GBp', mic_code: 'XLON' });
    const names = ['XLON:FEVR', 'AIMX:FEVR'];
    expect(codes(await vendor.ask(names), names)).toEqual(['quote', 'quote']);
    expect(vendor.server.requests.map(({ query }) => query.get('symbol'))).toEqual(['FEVR']);
  });

  it('asks for the segments of a market as for the market', async () => {
    vendor.server.say('ALDEV@XPAR', { close: '12.5', currency: 'EUR', mic_code: 'XPAR' });
    const names = ['ALXP:ALDEV', 'XNGS:MSFT'];
    expect(codes(await vendor.ask(names), names)).toEqual(['quote', 'quote']);
    expect(vendor.server.requests.map(({ query }) => query.get('mic_code'))).toEqual(['XPAR', null]);
  });

  it('reads 696.20001 as 696.20', async () => {
    vendor.server.say('MSFT', { close: '696.20001', previous_close: '690.95001' });
    expect((await vendor.ask(['XNAS:MSFT'])).get('XNAS:MSFT')).toMatchObject({
      quote: { price: 696.2, previousClose: 690.95, change: 5.25, priceDecimals: 2 },
    });
  });

  it('refuses the listing of another market', async () => {
    vendor.server.say('MSFT', { close: '480', mic_code: 'XMEX', currency: 'USD' });
    expect(codes(await vendor.ask(['XNAS:MSFT']), ['XNAS:MSFT'])).toEqual(['wrong-listing']);
    vendor.server.say('MSFT', { close: '480', mic_code: 'XNYS' });
    expect(codes(await vendor.ask(['XNAS:MSFT']), ['XNAS:MSFT'])).toEqual(['wrong-listing']);
  });

  it.each([
    [401, 'refused'],
    [403, 'refused'],
    [404, 'unknown-instrument'],
    [414, 'bad-answer'],
    [429, 'quota'],
    [500, 'network'],
  ])('reads an error of one symbol inside an answer with status 200: %s', async (code, expected) => {
    vendor.server.say('BRK.B', { status: 'error', code, message: '<b>text of theirs</b>' });
    const outcomes = await vendor.ask(['XNAS:MSFT', 'XNYS:BRK.B']);
    expect(codes(outcomes, ['XNAS:MSFT', 'XNYS:BRK.B'])).toEqual(['quote', expected]);
    expect(JSON.stringify([...outcomes])).not.toContain('theirs');
  });

  it('reads when the last trade was, not when the day began', async () => {
    const seconds = Math.floor(Date.now() / 1000);
    vendor.server.say('MSFT', {
      close: '480.5',
      timestamp: seconds - 20_000,
      last_quote_at: seconds - 60,
      is_market_open: false,
    });
    expect((await vendor.ask(['XNAS:MSFT'])).get('XNAS:MSFT')).toMatchObject({
      quote: { quotedAt: new Date((seconds - 60) * 1000), marketState: 'closed' },
    });
  });

  it('asks for the past of a batch at once, and reads the minute that was over', async () => {
    const outcomes = await vendor.ask(['XNAS:MSFT', 'XNYS:BRK.B', 'XLON:RIO'], { asOf: AS_OF });
    expect(vendor.server.requests.map(({ path }) => path)).toEqual(['/time_series', '/time_series']);
    expect(outcomes.get('XNAS:MSFT')).toMatchObject({
      quote: { price: 479.5, quotedAt: new Date(AS_OF.getTime() - 90_000) },
    });
    expect(outcomes.get('XLON:RIO')).toMatchObject({ quote: { price: 49.865, quoteUnit: 'GBX' } });
  });
});
