import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { codes, useVendor } from '../../support/vendors/asking';
import { AS_OF } from '../../support/vendors/vendor';
import { YAHOO } from '../../support/vendors/yahoo';

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

  it('refuses the listing of another exchange', async () => {
    vendor.server.say('MSFT', { exchange: 'NYQ' });
    expect(codes(await vendor.ask([NAME]), [NAME])).toEqual(['wrong-listing']);
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
