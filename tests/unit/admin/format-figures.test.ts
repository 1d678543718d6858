import {
  formatChange,
  formatMarketTime,
  formatPercent,
  formatPrice,
} from '../../../src/plugins/quote-snapshots/admin/src/figures/format-figures';

/** Intl puts spaces that do not break. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('figures in the admin', () => {
  it.each([
    ['en', 480, 'USD', 2, '$480.00'],
    ['de', 1234.5, 'EUR', 2, '1.234,50 €'],
    ['en', 0.00012, 'USD', 5, '$0.00012'],
    ['en', 12, 'not a code', 2, '12.00'],
    ['en', 12, null, null, '12.00'],
  ])('are prices in %s: %s %s', (locale, price, currency, decimals, shown) => {
    expect(plain(formatPrice(locale, price, currency, decimals))).toBe(shown);
  });

  it('say by their sign which way they went', () => {
    expect(formatChange('en', 10, 2)).toBe('+10.00');
    expect(formatChange('en', -0.5, 3)).toBe('-0.500');
    expect(formatChange('en', 0, 2)).toBe('0.00');
    expect(formatPercent('en', 2.128)).toBe('+2.13%');
    expect(plain(formatPercent('fr', -1.5))).toBe('-1,50 %');
  });

  const now = new Date('2026-11-24T20:00:00Z');
  it.each([
    ['2026-11-24T19:32:00Z', 'XNAS', '02:32 PM EST'],
    ['2026-11-23T19:32:00Z', 'XNAS', 'Nov 23, 2026, 02:32 PM EST'],
    ['2026-07-01T18:32:00Z', 'XNYS', 'Jul 1, 2026, 02:32 PM EDT'],
    ['2026-11-24T02:00:00Z', 'XTKS', 'Nov 24, 2026, 11:00 AM GMT+9'],
  ])('give the market time of %s on %s', (iso, mic, shown) => {
    expect(plain(formatMarketTime('en', iso, mic, now))).toBe(shown);
  });

  it("give the user's own time for a market that is not known", () => {
    expect(formatMarketTime('en', '2026-11-24T19:32:00Z', 'ZZZZ', now)).toMatch(/\d\d:32 [AP]M/);
  });
});
