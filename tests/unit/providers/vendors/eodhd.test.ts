import { codes, useVendor } from '../../../support/vendors/asking';
import { EODHD } from '../../../support/vendors/eodhd';

describe('eodhd', () => {
  const vendor = useVendor(EODHD);

  it('asks for the first in the path and the others beside it, all with their exchange', async () => {
    await vendor.ask(['XNAS:MSFT', 'XNYS:BRK.B', 'XASX:CSL']);
    expect(vendor.server.requests).toHaveLength(1);
    expect(vendor.server.requests[0]).toMatchObject({ path: '/api/real-time/MSFT.US' });
    expect(vendor.server.requests[0]?.query.get('s')).toBe('BRK-B.US,CSL.AU');
    expect(vendor.create({ perMinute: undefined, perDay: undefined })).toMatchObject({
      answersAsOf: false,
      maxBatch: 20,
      limits: { counts: 'instrument', perDay: 20 },
    });
  });

  it('has no price where “NA” stands for one', async () => {
    vendor.server.say('MSFT.US', { close: 'NA', timestamp: 'NA', change: 'NA', previousClose: 'NA' });
    const names = ['XNAS:MSFT', 'XNYS:BRK.B'];
    expect(codes(await vendor.ask(names), names)).toEqual(['no-price', 'quote']);
  });

  it('does not know a ticker of which everything is “NA”, alone or beside others', async () => {
    const names = ['XNAS:NOBODY', 'XNYS:BRK.B'];
    expect(codes(await vendor.ask(names), names)).toEqual(['unknown-instrument', 'quote']);
    expect(codes(await vendor.ask(['XNAS:NOBODY']), ['XNAS:NOBODY'])).toEqual(['unknown-instrument']);
  });

  it('does without a previous close that is “NA”', async () => {
    vendor.server.say('MSFT.US', { close: 480.5, previousClose: 'NA', change: 'NA', change_p: 'NA' });
    expect((await vendor.ask(['XNAS:MSFT'])).get('XNAS:MSFT')).toMatchObject({
      quote: { price: 480.5, previousClose: null, change: null, changePercent: null },
    });
  });

  it('does not ask for London, whose unit it does not state', async () => {
    expect(codes(await vendor.ask(['XLON:VOD']), ['XLON:VOD'])).toEqual(['unknown-instrument']);
    expect(vendor.server.requests).toEqual([]);
  });
});
