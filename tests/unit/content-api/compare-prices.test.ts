import fc from 'fast-check';
import {
  comparePrices,
  type TimedPrice,
} from '../../../src/plugins/quote-snapshots/server/src/content-api/since/compare-prices';

const price = (given: Partial<TimedPrice> = {}): TimedPrice => ({
  price: 100,
  currency: 'USD',
  quotedAt: new Date('2026-06-01T15:00:00Z'),
  priceDecimals: 2,
  ...given,
});
const later = (given: Partial<TimedPrice> = {}): TimedPrice =>
  price({ price: 110.1, quotedAt: new Date('2026-06-20T15:00:00Z'), ...given });

describe('the change since publication', () => {
  it('is in the decimals of the finer price, and in percent', () => {
    expect(comparePrices(price(), later(), [])).toEqual({
      change: 10.1,
      changePercent: 10.1,
      reasonCode: null,
    });
    expect(comparePrices(price({ price: 3 }), later({ price: 2.9999, priceDecimals: 4 }), [])).toEqual({
      change: -0.0001,
      changePercent: -0.0033,
      reasonCode: null,
    });
  });

  it.each([
    ['currency-differs', price(), later({ currency: 'CAD' }), []],
    ['no-quote-now', price(), price({ quotedAt: new Date('2026-06-01T14:59:59Z') }), []],
    ['split', price(), later(), ['2026-06-10']],
    // On the evening before it takes effect in New York, it is the day already in UTC.
    ['split', price({ quotedAt: new Date('2026-06-01T00:30:00Z') }), later(), ['2026-06-01']],
    // In Auckland it is the next day.
    ['split', price(), later(), ['2026-06-21']],
  ])('is hidden, with its reason: %s', (reasonCode, then, now, splits) => {
    expect(comparePrices(then, now, splits)).toEqual({ change: null, changePercent: null, reasonCode });
  });

  it('is shown where splits lie before or after both', () => {
    expect(comparePrices(price(), later(), ['2026-05-30', '2026-06-22'])).toMatchObject({ reasonCode: null });
    // Publication came after the opening of the day of the split.
    expect(comparePrices(price(), later(), ['2026-06-01'])).toMatchObject({ reasonCode: null });
  });

  it('leads from one price to the other', () => {
    const cents = fc.integer({ min: 1, max: 1_000_000 }).map((amount) => amount / 100);
    fc.assert(
      fc.property(cents, cents, (then, now) => {
        const { change, changePercent } = comparePrices(price({ price: then }), later({ price: now }), []);
        expect(then + (change ?? NaN)).toBeCloseTo(now, 6);
        expect(Math.sign(change ?? NaN)).toBe(Math.sign(now - then));
        expect(Math.sign(changePercent ?? NaN) * Math.sign(now - then)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
