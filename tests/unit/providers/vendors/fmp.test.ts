import { parseInstrument } from '../../../../src/plugins/quote-snapshots/server/src/instruments/instrument';
import { codes, useVendor } from '../../../support/vendors/asking';
import { FMP } from '../../../support/vendors/fmp';

const NAME = 'XNAS:MSFT';

describe('fmp', () => {
  const vendor = useVendor(FMP);

  it('asks for a batch in its spelling, with the key in a header', async () => {
    await vendor.ask([NAME, 'XNYS:BRK.B', 'XNYS:BAC.PRL', 'XASX:CSL']);
    expect([...(vendor.server.requests[0]?.query ?? [])]).toEqual([['symbols', 'MSFT,BRK-B,BAC-PL,CSL.AX']]);
    expect(vendor.server.requests[0]?.headers.apikey).toBe(FMP.key);
  });

  it.each(['changePercentage', 'changesPercentage'])(
    'reads %s where there is no previous close',
    async (field) => {
      const without = { changePercentage: undefined, previousClose: null, change: null };
      vendor.server.say('MSFT', { price: 480.5, ...without, [field]: 1.5 });
      expect((await vendor.ask([NAME])).get(NAME)).toMatchObject({ quote: { changePercent: 1.5 } });
    },
  );

  it('refuses the listing of another exchange of the United States', async () => {
    vendor.server.say('MSFT', { price: 480.5, exchange: 'NYSE' });
    expect(codes(await vendor.ask([NAME]), [NAME])).toEqual(['wrong-listing']);
    vendor.server.say('MSFT', { price: 480.5, exchange: 'PNK' });
    expect(codes(await vendor.ask(['PINX:MSFT']), ['PINX:MSFT'])).toEqual(['quote']);
  });

  describe('with a key of a plan without batches', () => {
    const NAMES = [NAME, 'XNYS:BRK.B', 'XNAS:NOBODY'];
    const refuseBatches = (status: number, body: unknown) =>
      vendor.server.record(({ path }) => (path === '/stable/batch-quote' ? { status, body } : undefined));
    const paths = () =>
      vendor.server.requests.map(({ path, query }) => `${path} ${[...query.values()].join()}`);
    const asking = () => {
      const provider = vendor.create();
      const ask = (names: string[]) =>
        provider.getQuotes({ instruments: names.map(parseInstrument), signal: AbortSignal.timeout(5_000) });
      return { provider, ask };
    };

    it.each([
      [402, 'Restricted Endpoint: This endpoint is not available under your current subscription'],
      [402, { 'Error Message': 'Restricted Endpoint: This endpoint is not available' }],
      [403, { 'Error Message': 'Exclusive Endpoint : This endpoint is not available' }],
      [200, { 'Error Message': 'Special Endpoint : this endpoint is not available' }],
    ])('asks for one symbol after the other: %s %j', async (status, body) => {
      refuseBatches(status, body);
      const { provider, ask } = asking();
      expect(provider.maxBatch).toBe(100);
      expect(codes(await ask(NAMES), NAMES)).toEqual(['quote', 'quote', 'unknown-instrument']);
      expect(paths()).toEqual([
        '/stable/batch-quote MSFT,BRK-B,NOBODY',
        '/stable/quote MSFT',
        '/stable/quote BRK-B',
        '/stable/quote NOBODY',
      ]);
      // The guard counts requests: from here on each symbol is one.
      expect(provider.maxBatch).toBe(1);
      expect(codes(await ask([NAME]), [NAME])).toEqual(['quote']);
      expect(paths().at(-1)).toBe('/stable/quote MSFT');
      expect(paths()).toHaveLength(5);
    });

    it('has what the plan has, where it lacks single symbols', async () => {
      const lacks =
        "Premium Query Parameter: 'Special Endpoint : This value set for 'symbol' is not available";
      vendor.server.record(({ path, query }) =>
        path === '/stable/batch-quote' || query.get('symbol') === 'MSFT'
          ? { status: 402, body: lacks }
          : undefined,
      );
      expect(codes(await asking().ask(NAMES), NAMES)).toEqual(['refused', 'quote', 'unknown-instrument']);
    });

    it('does not try every symbol with a key that is wrong', async () => {
      vendor.server.record(() => ({ status: 401, body: { 'Error Message': 'Invalid API KEY.' } }));
      const { provider, ask } = asking();
      expect(codes(await ask(NAMES), NAMES)).toEqual(['refused', 'refused', 'refused']);
      expect(vendor.server.requests).toHaveLength(2);
      expect(provider.maxBatch).toBe(100);
    });
  });

  it('takes an error with status 200 for a refusal', async () => {
    vendor.server.fail('refused');
    expect(codes(await vendor.ask([NAME]), [NAME])).toEqual(['refused']);
  });
});
