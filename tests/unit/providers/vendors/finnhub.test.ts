import { codes, useVendor } from '../../../support/vendors/asking';
import { FINNHUB } from '../../../support/vendors/finnhub';

describe('finnhub', () => {
  const vendor = useVendor(FINNHUB);

  it('asks for one symbol a call, with the key in a header', async () => {
    await vendor.ask(['XNAS:MSFT', 'XNYS:BRK.B']);
    expect(vendor.server.requests.map(({ query }) => [...query])).toEqual([
      [['symbol', 'MSFT']],
      [['symbol', 'BRK.B']],
    ]);
    expect(vendor.server.requests[0]?.headers['x-finnhub-token']).toBe(FINNHUB.key);
    expect(vendor.create()).toMatchObject({ maxBatch: 1, limits: { counts: 'request', perMinute: 60 } });
  });

  it('reads figures, and seconds as the time', async () => {
    vendor.server.say('MSFT', { c: 480.5, pc: 470, t: Math.floor(Date.now() / 1000) - 90 });
    const outcome = (await vendor.ask(['XNAS:MSFT'])).get('XNAS:MSFT');
    expect(outcome).toMatchObject({
      quote: { price: 480.5, previousClose: 470, change: 10.5, changePercent: 2.234, currency: 'USD' },
    });
    const age = outcome && 'quote' in outcome ? Date.now() - outcome.quote.quotedAt.getTime() : NaN;
    expect(age).toBeGreaterThanOrEqual(90_000);
    expect(age).toBeLessThan(100_000);
  });

  it('takes zeros with status 200 for what they are: an unknown symbol, not a price', async () => {
    expect(codes(await vendor.ask(['XNAS:NOBODY']), ['XNAS:NOBODY'])).toEqual(['unknown-instrument']);
    vendor.server.say('MSFT', { c: 0 });
    expect(codes(await vendor.ask(['XNAS:MSFT']), ['XNAS:MSFT'])).toEqual(['invalid-price']);
  });

  it('does not ask where the currency would be a guess: Finnhub names none', async () => {
    const names = ['XLON:VOD', 'XTSE:SHOP'];
    const outcomes = await vendor.ask(names);
    expect(codes(outcomes, names)).toEqual(['unknown-instrument', 'unknown-instrument']);
    expect(outcomes.get('XLON:VOD')).toMatchObject({
      failure: { message: expect.stringContaining('currency') },
    });
    expect(vendor.server.requests).toEqual([]);
  });

  it('spells a foreign listing with its suffix', async () => {
    vendor.server.say('7203.T', { c: 2500, pc: 2490 });
    expect((await vendor.ask(['XTKS:7203'])).get('XTKS:7203')).toMatchObject({
      quote: { price: 2500, currency: 'JPY', priceDecimals: 0 },
    });
  });

  it('one symbol that fails does not cost the others', async () => {
    vendor.server.say('MSFT', { c: null });
    const names = ['XNAS:MSFT', 'XNYS:BRK.B'];
    expect(codes(await vendor.ask(names), names)).toEqual(['no-price', 'quote']);
  });

  it('says that a key is missing, wrong or no key at all', async () => {
    expect(() => vendor.create({ apiKey: '' })).toThrow('"finnhub" needs an API key: set QUOTES_API_KEY');
    expect(() => vendor.create({ apiKey: 'secret\n' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('secret') }),
    );
    expect(codes(await vendor.ask(['XNAS:MSFT'], { apiKey: 'other' }), ['XNAS:MSFT'])).toEqual(['refused']);
  });
});
