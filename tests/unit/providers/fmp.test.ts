import { codes, useVendor } from '../../support/vendors/asking';
import { FMP } from '../../support/vendors/fmp';

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

  it('takes an error with status 200 for a refusal', async () => {
    vendor.server.fail('refused');
    expect(codes(await vendor.ask([NAME]), [NAME])).toEqual(['refused']);
  });
});
