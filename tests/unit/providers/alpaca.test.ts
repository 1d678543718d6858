import { ALPACA } from '../../support/vendors/alpaca';
import { codes, useVendor } from '../../support/vendors/asking';

const NAME = 'XNAS:MSFT';

describe('alpaca', () => {
  const vendor = useVendor(ALPACA);

  it('sends the two halves of its key in two headers', async () => {
    expect(codes(await vendor.ask([NAME]), [NAME])).toEqual(['quote']);
    const [id, secret] = ALPACA.secrets;
    expect(vendor.server.requests[0]?.headers).toMatchObject({
      'apca-api-key-id': id,
      'apca-api-secret-key': secret,
    });
  });

  it.each(['', 'only-one-half', 'id:', ':secret', 'a:b:c'])(
    'says how to write the key: not “%s”',
    (apiKey) => {
      expect(() => vendor.create({ apiKey })).toThrow(/QUOTES_API_KEY/);
      if (apiKey) expect(() => vendor.create({ apiKey })).toThrow(/ID:SECRET/);
    },
  );

  it('computes the change, which it is not told', async () => {
    expect((await vendor.ask([NAME])).get(NAME)).toMatchObject({
      quote: { previousClose: 470, change: 10.5, changePercent: 2.234 },
    });
  });

  it('before the session, compares with the last session, whose bar is still the daily one', async () => {
    // The example of Alpaca's own documentation: a trade before the open of the 17th.
    vendor.server.say('MSFT', {
      latestTrade: { t: '2022-08-17T10:18:24.114694956Z', p: 172.61 },
      dailyBar: { t: '2022-08-16T04:00:00Z', c: 173.03 },
      prevDailyBar: { t: '2022-08-15T04:00:00Z', c: 173.19 },
    });
    const now = () => new Date('2022-08-17T10:20:00Z');
    expect((await vendor.ask([NAME], { now })).get(NAME)).toMatchObject({
      quote: { price: 172.61, previousClose: 173.03, quotedAt: new Date('2022-08-17T10:18:24.114Z') },
    });
  });

  it('after the session, compares with the one before it', async () => {
    vendor.server.say('MSFT', {
      latestTrade: { t: '2022-08-16T23:30:00Z', p: 173.1 },
      dailyBar: { t: '2022-08-16T04:00:00Z', c: 173.03 },
      prevDailyBar: { t: '2022-08-15T04:00:00Z', c: 173.19 },
    });
    const now = () => new Date('2022-08-17T00:20:00Z');
    expect((await vendor.ask([NAME], { now })).get(NAME)).toMatchObject({ quote: { previousClose: 173.19 } });
  });

  it('has no price where there was no trade', async () => {
    vendor.server.say('MSFT', { latestTrade: null });
    expect(codes(await vendor.ask([NAME]), [NAME])).toEqual(['no-price']);
  });
});
