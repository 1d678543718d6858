import { sameMarket } from '../../src/plugins/quote-snapshots/server/src/providers/market-data/market-segments';
import { vendorSymbol } from '../../src/plugins/quote-snapshots/server/src/providers/market-data/symbol-spelling';
import { eodhdSpelling } from '../../src/plugins/quote-snapshots/server/src/providers/vendors/eodhd';
import { yahooSpelling } from '../../src/plugins/quote-snapshots/server/src/providers/vendors/yahoo';

/** XSCA is Singapore's Catalist in ISO 10383. It was listed as Frankfurt's Scale, whose code is FRAS. */
describe('a listing on Catalist', () => {
  const catalist = { mic: 'XSCA', symbol: '5DL' };

  it('is asked for in Singapore', () => {
    expect(vendorSymbol(yahooSpelling, catalist)).toBe('5DL.SI');
    expect(vendorSymbol(eodhdSpelling, catalist)).toBeUndefined();
  });

  it('is not taken for one of Frankfurt, and Scale is', () => {
    expect(sameMarket('XSCA', 'XFRA')).toBe(false);
    expect(sameMarket('XSCA', 'XSES')).toBe(true);
    expect(sameMarket('FRAS', 'XFRA')).toBe(true);
  });
});
