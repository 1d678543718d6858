import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { codes, useVendor } from '../../../support/vendors/asking';
import { AS_OF } from '../../../support/vendors/vendor';
import { YAHOO } from '../../../support/vendors/yahoo';

const NAME = 'XNAS:MSFT';

describe('yahoo', () => {
  const vendor = useVendor(YAHOO);

  it('says what to install where the package is missing', async () => {
    const appRoot = await mkdtemp(path.join(tmpdir(), 'quotemark-yahoo-'));
    expect(() => vendor.create({ appRoot })).toThrow('npm install yahoo-finance2');
    await rm(appRoot, { recursive: true });
  });

  it('reads figures, unit, state, delay and name', async () => {
    const outcomes = await vendor.ask([NAME, 'XLON:RIO']);
    expect(outcomes.get(NAME)).toMatchObject({
      quote: {
        name: 'Microsoft Corporation',
        exchange: 'NasdaqGS',
        price: 480.5,
        changePercent: 2.234,
        marketState: 'regular',
      },
    });
    expect(outcomes.get('XLON:RIO')).toMatchObject({
      quote: { price: 49.875, currency: 'GBP', quoteUnit: 'GBX', delayMinutes: 20 },
    });
  });

  it.each([
    ['PRE', 'pre'],
    ['POST', 'post'],
    ['POSTPOST', 'closed'],
    ['CLOSED', 'closed'],
  ])('reads the market state %s as %s', async (theirs, ours) => {
    vendor.server.say('MSFT', { marketState: theirs });
    expect((await vendor.ask([NAME])).get(NAME)).toMatchObject({ quote: { marketState: ours } });
  });

  it('spells class shares, preferreds and foreign listings', async () => {
    await vendor.ask([
      'XNYS:BRK.B',
      'XNYS:BAC.PRL',
      'XTSE:BCE.PR.A',
      'XTSE:REI.UN',
      'XSTO:VOLV.B',
      'XNYS:XYZ.U',
    ]);
    const asked = vendor.server.requests.find(({ path: asking }) => asking === '/v7/finance/quote');
    expect(asked?.query.get('symbols')).toBe('BRK-B,BAC-PL,BCE-PA.TO,REI-UN.TO,VOLV-B.ST,XYZ-UN');
  });

  it('asks for the segments of a market as for the market', async () => {
    const names = ['ALXP:ALDEV', 'FNSE:EVO', 'XNGS:MSFT', 'XNCM:BRK.B', 'XGEM:8001', 'XTNX:ABC.H'];
    await vendor.ask(names);
    const asked = vendor.server.requests.find(({ path: asking }) => asking === '/v7/finance/quote');
    expect(asked?.query.get('symbols')).toBe('ALDEV.PA,EVO.ST,MSFT,BRK-B,8001.HK,ABC-H.V');
  });

  it('refuses the listing of another exchange', async () => {
    for (const exchange of ['NYQ', 'OID']) {
      vendor.server.say('MSFT', { exchange });
      expect(codes(await vendor.ask([NAME]), [NAME])).toEqual(['wrong-listing']);
    }
    expect(codes(await vendor.ask(['PINX:MSFT']), ['PINX:MSFT'])).toEqual(['quote']);
  });

  it('does not ask for minutes that Yahoo keeps no more', async () => {
    const asOf = new Date(Date.now() - 40 * 24 * 60 * 60_000);
    expect((await vendor.ask([NAME], { asOf })).get(NAME)).toMatchObject({
      failure: { code: 'no-price', retryable: false },
    });
    expect(vendor.server.requests).toEqual([]);
  });

  it('answers as of a past minute in the currency of the listing', async () => {
    expect((await vendor.ask(['XLON:RIO'], { asOf: AS_OF })).get('XLON:RIO')).toMatchObject({
      quote: { price: 49.865, currency: 'GBP', quoteUnit: 'GBX' },
    });
  });

  it('asks for the regular session of a past minute, as its live quotes are', async () => {
    await vendor.ask([NAME], { asOf: AS_OF });
    const chart = vendor.server.requests.find(({ path: asking }) => asking.startsWith('/v8/'));
    expect(chart?.query.get('includePrePost')).toBe('false');
  });

  it('turns the 32-bit floats of past minutes into the prices that they stand for', async () => {
    // Two minutes after: the stand-in's second bar is a dollar below.
    vendor.server.say('MSFT', { regularMarketPrice: 104.66000366210938 });
    expect((await vendor.ask([NAME], { asOf: AS_OF })).get(NAME)).toMatchObject({
      quote: { price: 103.66, priceDecimals: 2 },
    });
  });

  it('has no percentage of a previous close of zero', async () => {
    const zero = { regularMarketPreviousClose: 0, regularMarketChange: 0, regularMarketChangePercent: 0 };
    vendor.server.say('MSFT', { regularMarketPrice: 31.5, ...zero });
    expect((await vendor.ask([NAME])).get(NAME)).toMatchObject({
      quote: { price: 31.5, previousClose: null, change: null, changePercent: null },
    });
  });

  it.each([
    [400, "Data doesn't exist for startDate = 1767052800, endDate = 1767139200", 'no-price'],
    [
      422,
      '1m data not available for startTime=1 and endTime=2. The requested range must be within the last 30 days.',
      'no-price',
    ],
    [200, '1m data not available for startTime=1 and endTime=2.', 'no-price'],
    [404, 'No data found, symbol may be delisted', 'unknown-instrument'],
    [200, 'No data found, symbol may be delisted', 'unknown-instrument'],
  ])('reads why it has no minutes: %s %s', async (status, description, code) => {
    const body = { chart: { result: null, error: { code: 'Bad Request', description } } };
    vendor.server.record(({ path: asking }) => (asking.startsWith('/v8/') ? { status, body } : undefined));
    expect(codes(await vendor.ask([NAME], { asOf: AS_OF }), [NAME])).toEqual([code]);
  });

  it('writes nothing to the terminal, whatever fails', async () => {
    const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((method) =>
      jest.spyOn(console, method).mockImplementation(() => undefined),
    );
    for (const fault of ['server-error', 'html', 'unexpected', 'quota'] as const) {
      vendor.server.fail(fault);
      await vendor.ask([NAME]);
    }
    for (const spy of spies) {
      expect(spy.mock.calls).toEqual([]);
      spy.mockRestore();
    }
  });
});
