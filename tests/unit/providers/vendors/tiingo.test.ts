import { codes, useVendor } from '../../../support/vendors/asking';
import { TIINGO } from '../../../support/vendors/tiingo';

const NAME = 'XNAS:MSFT';

describe('tiingo', () => {
  const vendor = useVendor(TIINGO);

  it('asks for a batch in its spelling, with the token in a header', async () => {
    await vendor.ask([NAME, 'XNYS:BRK.B', 'XNYS:SPG.PRJ']);
    expect(vendor.server.requests).toHaveLength(1);
    expect([...(vendor.server.requests[0]?.query ?? [])]).toEqual([['tickers', 'MSFT,BRK-B,SPG-P-J']]);
    expect(vendor.server.requests[0]?.headers.authorization).toBe(`Token ${TIINGO.key}`);
  });

  it('takes the last sale with its own time, to the offset', async () => {
    vendor.server.say('MSFT', {
      last: 177.97,
      tngoLast: 178.5,
      lastSaleTimestamp: '2024-06-24T10:28:57.053159184-04:00',
      timestamp: '2024-06-24T10:30:00-04:00',
    });
    const now = () => new Date('2024-06-24T14:31:00Z');
    expect((await vendor.ask([NAME], { now })).get(NAME)).toMatchObject({
      quote: { price: 177.97, quotedAt: new Date('2024-06-24T14:28:57.053Z') },
    });
  });

  it('takes the derived price with its time where no sale is told', async () => {
    vendor.server.say('MSFT', {
      last: null,
      lastSaleTimestamp: null,
      tngoLast: 178.5,
      timestamp: '2024-06-24T10:30:00-04:00',
    });
    const now = () => new Date('2024-06-24T14:31:00Z');
    expect((await vendor.ask([NAME], { now })).get(NAME)).toMatchObject({
      quote: { price: 178.5, quotedAt: new Date('2024-06-24T14:30:00Z') },
    });
  });

  it('has no change of today for a sale of an earlier day', async () => {
    vendor.server.say('MSFT', {
      last: 177.97,
      tngoLast: 178.5,
      lastSaleTimestamp: '2024-06-21T15:58:57-04:00',
      timestamp: '2024-06-24T08:30:00-04:00',
      prevClose: 177.9,
    });
    const now = () => new Date('2024-06-24T12:31:00Z');
    expect((await vendor.ask([NAME], { now })).get(NAME)).toMatchObject({
      quote: { price: 177.97, previousClose: null, change: null, changePercent: null },
    });
  });

  it('has Friday’s change on a weekend', async () => {
    vendor.server.say('MSFT', {
      last: 177.97,
      lastSaleTimestamp: '2024-06-21T15:58:57-04:00',
      timestamp: '2024-06-23T20:30:00-04:00',
      prevClose: 177.9,
    });
    const now = () => new Date('2024-06-24T00:31:00Z');
    expect((await vendor.ask([NAME], { now })).get(NAME)).toMatchObject({ quote: { change: 0.07 } });
  });

  it('refuses a time without an offset rather than guess it', async () => {
    vendor.server.say('MSFT', { lastSaleTimestamp: '2024-06-24T10:28:57', timestamp: '2024-06-24T10:28:57' });
    expect(codes(await vendor.ask([NAME]), [NAME])).toEqual(['incomplete-quote']);
  });
});
