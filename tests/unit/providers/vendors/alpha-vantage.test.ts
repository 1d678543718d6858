import { ALPHA_VANTAGE } from '../../../support/vendors/alpha-vantage';
import { parseInstrument } from '../../../../src/plugins/quote-snapshots/server/src/instruments/instrument';
import type { QuoteProvider } from '../../../../src/plugins/quote-snapshots/server/src/providers';
import { codes, useVendor } from '../../../support/vendors/asking';

const NAME = 'XNAS:MSFT';

describe('alpha-vantage', () => {
  const vendor = useVendor(ALPHA_VANTAGE);

  it('has its key in the query, which no answer repeats', async () => {
    await vendor.ask([NAME]);
    expect(vendor.server.requests[0]?.query.get('apikey')).toBe(ALPHA_VANTAGE.key);
    expect(vendor.create({ perMinute: undefined, perDay: undefined })).toMatchObject({
      answersAsOf: false,
      limits: { counts: 'request', perDay: 25 },
      maxBatch: 1,
    });
  });

  it('reads strings and a percent sign, and takes the day for its close in New York', async () => {
    // 2026-03-09 is the first trading day of New York's summer time: 16:00 is 20:00 UTC.
    vendor.server.say('MSFT', {
      '05. price': '480.5000',
      '07. latest trading day': '2026-03-09',
      '08. previous close': '470',
    });
    const outcomes = await vendor.ask([NAME], { now: () => new Date('2026-03-10T12:00:00Z') });
    expect(outcomes.get(NAME)).toMatchObject({
      quote: {
        price: 480.5,
        changePercent: 2.234,
        priceDecimals: 2,
        quotedAt: new Date('2026-03-09T20:00:00Z'),
        marketState: 'closed',
      },
    });
  });

  it('does not date a price of today at a close that is still to come', async () => {
    vendor.server.say('MSFT', { '05. price': '480.5', '07. latest trading day': '2026-03-09' });
    const outcomes = await vendor.ask([NAME], { now: () => new Date('2026-03-09T15:00:00Z') });
    expect(outcomes.get(NAME)).toMatchObject({
      quote: { quotedAt: new Date('2026-03-09T14:45:00Z'), marketState: 'unknown' },
    });
  });

  it.each([
    [
      'Note',
      { Note: 'Thank you for using Alpha Vantage! Our standard API call frequency is 5 calls per minute.' },
    ],
    ['Information', { Information: 'Our standard API rate limit is 25 requests per day.' }],
  ])('takes a 200 with “%s” and no quote for a quota', async (_field, body) => {
    vendor.server.say('MSFT', { whole: body });
    expect(codes(await vendor.ask([NAME]), [NAME])).toEqual(['quota']);
  });

  it('judges by the data: a quote beside a note is a quote', async () => {
    const body = {
      Note: 'Please visit our premium page.',
      'Global Quote': { '05. price': '10', '07. latest trading day': '2026-03-09' },
    };
    vendor.server.say('MSFT', { whole: body });
    const now = () => new Date('2026-03-10T12:00:00Z');
    expect(codes(await vendor.ask([NAME], { now }), [NAME])).toEqual(['quote']);
  });

  it('looks into the month before where a month has only begun', async () => {
    const asOf = new Date('2026-05-01T12:00:00Z');
    await vendor.ask([NAME], { asOf });
    expect(vendor.server.requests.map(({ query }) => query.get('month'))).toEqual(['2026-05', '2026-04']);
  });

  it('asks once a second with a free key, and as often as it likes with another', async () => {
    const instruments = ['XNAS:MSFT', 'XNYS:BRK.B', 'XNAS:NOBODY'].map(parseInstrument);
    const ask = (provider: QuoteProvider, signal: AbortSignal) =>
      Promise.all(instruments.map((instrument) => provider.getQuotes({ instruments: [instrument], signal })));
    const free = vendor.create({ perMinute: undefined, perDay: undefined });
    const abort = new AbortController();
    const asked = ask(free, abort.signal);
    while (vendor.server.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
    // Whoever waits no longer has asked nothing: the turn of the second had not come.
    abort.abort();
    const outcomes = await asked;
    expect(vendor.server.requests).toHaveLength(1);
    expect(outcomes.map((one) => codes(one, [...one.keys()])).slice(1)).toEqual([['timeout'], ['timeout']]);

    await ask(vendor.create({ perMinute: 75 }), AbortSignal.timeout(5_000));
    expect(vendor.server.requests).toHaveLength(4);
  });

  it('asks for the regular session of a past minute', async () => {
    await vendor.ask([NAME], { asOf: new Date('2026-05-11T12:00:00Z') });
    expect(vendor.server.requests[0]?.query.get('extended_hours')).toBe('false');
  });

  it('says of past minutes too that a key is wrong', async () => {
    vendor.server.fail('refused');
    expect(codes(await vendor.ask([NAME], { asOf: new Date() }), [NAME])).toEqual(['refused']);
  });

  it('spells classes and preferreds with dashes', async () => {
    await vendor.ask(['XNYS:BAC.PRL', 'XNYS:BRK.B', 'XBOM:500325']);
    expect(vendor.server.requests.map(({ query }) => query.get('symbol'))).toEqual([
      'BAC-P-L',
      'BRK-B',
      '500325.BSE',
    ]);
  });
});
