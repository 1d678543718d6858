import {
  impliedCurrency,
  minorUnitShift,
} from '../../src/plugins/quote-snapshots/server/src/providers/market-data/market-currencies';
import { validateQuote } from '../../src/plugins/quote-snapshots/server/src/providers/market-data/validate-quote';

const NOW = new Date('2026-03-02T15:00:00Z');
const quote = (mic: string, price: number, currency: string, previousClose?: number) =>
  validateQuote({ mic, symbol: 'ACM' }, { price, currency, previousClose, quotedAt: NOW }, NOW);

describe('markets that quote in minor units', () => {
  it.each([
    ['XLON', 4987.5, 'GBp', { price: 49.875, currency: 'GBP', quoteUnit: 'GBX', priceDecimals: 3 }],
    ['AQSE', 12.25, 'GBX', { price: 0.1225, currency: 'GBP', quoteUnit: 'GBX', priceDecimals: 4 }],
    ['XCIE', 101.5, 'GBX', { price: 1.015, currency: 'GBP', quoteUnit: 'GBX', priceDecimals: 3 }],
    ['XJSE', 24510, 'ZAc', { price: 245.1, currency: 'ZAR', quoteUnit: 'ZAC', priceDecimals: 2 }],
    ['A2XX', 24510, 'ZAc', { price: 245.1, currency: 'ZAR', quoteUnit: 'ZAC', priceDecimals: 2 }],
    ['XTAE', 3215.5, 'ILA', { price: 32.155, currency: 'ILS', quoteUnit: 'ILA', priceDecimals: 3 }],
    // Kuwait's fils is a thousandth of the dinar: it was stored as a currency KWF.
    ['XKUW', 812.5, 'KWF', { price: 0.8125, currency: 'KWD', quoteUnit: 'KWF', priceDecimals: 4 }],
  ])('%s: %d %s', (mic, price, currency, expected) => {
    expect(quote(mic, price, currency)).toMatchObject({ quote: expected });
  });

  it('keep four decimals of a price in pence where the price is stated in pounds', () => {
    // AQSE allowed four decimals in pounds, which cut a price of 0.012345 (1.2345 pence).
    expect(quote('AQSE', 1.012345, 'GBP')).toMatchObject({ quote: { price: 1.012345 } });
  });

  it('have the change in the currency too', () => {
    expect(quote('XKUW', 812, 'KWF', 800)).toMatchObject({
      quote: { price: 0.812, previousClose: 0.8, change: 0.012, changePercent: 1.5 },
    });
  });

  it.each(['XLON', 'AQSE', 'XCIE', 'XJSE', 'A2XX', 'XTAE', 'XKUW'])(
    '%s is not asked for where the vendor states no unit',
    (mic) => {
      expect(minorUnitShift(mic)).toBeGreaterThan(0);
      expect(impliedCurrency(mic)).toBeUndefined();
    },
  );
});
