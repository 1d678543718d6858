import fc from 'fast-check';
import {
  validateQuote,
  type RawQuote,
} from '../../../../src/plugins/quote-snapshots/server/src/providers/market-data/validate-quote';

const NOW = new Date('2026-03-02T15:00:00Z');
const MSFT = { mic: 'XNAS', symbol: 'MSFT' };
const check = (raw: Partial<RawQuote>, instrument = MSFT) =>
  validateQuote(instrument, { price: 10, currency: 'USD', quotedAt: NOW, ...raw }, NOW);
const code = (outcome: ReturnType<typeof check>) => ('failure' in outcome ? outcome.failure.code : 'quote');

describe('validateQuote', () => {
  it.each<[string, Partial<RawQuote>, string]>([
    ['no price', { price: null }, 'no-price'],
    ['NaN', { price: NaN }, 'invalid-price'],
    ['infinity', { price: Infinity }, 'invalid-price'],
    ['zero', { price: 0 }, 'invalid-price'],
    ['a negative price', { price: -3 }, 'invalid-price'],
    ['no time', { quotedAt: null }, 'incomplete-quote'],
    ['a bad time', { quotedAt: new Date(NaN) }, 'incomplete-quote'],
    ['a time to come', { quotedAt: new Date('2026-03-02T15:06:00Z') }, 'incomplete-quote'],
    ['a clock that is a little ahead', { quotedAt: new Date('2026-03-02T15:04:00Z') }, 'quote'],
    ['a price of two weeks ago', { quotedAt: new Date('2026-02-16T14:59:00Z') }, 'stale'],
    ['a price of before a long holiday', { quotedAt: new Date('2026-02-20T15:00:00Z') }, 'quote'],
    ['no currency where one is certain', { currency: null }, 'quote'],
    ['another listing’s currency', { currency: 'EUR' }, 'wrong-listing'],
    ['no known currency', { currency: '$' }, 'incomplete-quote'],
  ])('%s', (_name, raw, expected) => {
    expect(code(check(raw))).toBe(expected);
  });

  it('judges a price of a past minute by that minute, not by now', () => {
    const asOf = new Date('2026-01-05T15:00:00Z');
    const at = (quotedAt: string) =>
      code(validateQuote(MSFT, { price: 10, currency: 'USD', quotedAt: new Date(quotedAt) }, NOW, asOf));
    expect(at('2026-01-05T14:59:00Z')).toBe('quote');
    expect(at('2026-01-05T15:00:00Z')).toBe('quote');
    expect(at('2026-01-05T15:00:01Z')).toBe('bad-answer');
    expect(at('2025-12-20T15:00:00Z')).toBe('stale');
  });

  it('refuses another market’s listing where the vendor names the market', () => {
    expect(code(check({ markets: ['XNYS'] }))).toBe('wrong-listing');
    expect(code(check({ markets: ['XNYS', 'XNGS'] }))).toBe('quote');
    expect(code(check({ markets: [] }))).toBe('quote');
  });

  it('counts decimals as the currency does, and more where the price has more', () => {
    const decimals = (price: number, currency: string, mic = 'XXXX') => {
      const outcome = check({ price, currency }, { mic, symbol: 'A' });
      return 'quote' in outcome ? outcome.quote.priceDecimals : undefined;
    };
    expect(decimals(480.5, 'USD')).toBe(2);
    expect(decimals(0.00012, 'USD')).toBe(5);
    expect(decimals(2500, 'JPY')).toBe(0);
    expect(decimals(4987.5, 'GBX')).toBe(3);
  });

  it('keeps of a vendor’s words what can be shown', () => {
    expect(check({ name: ' Acme\u0000\n<b>Corp</b>\u202e ', exchange: '\u0007' })).toMatchObject({
      // Markup is left as it is: whoever shows it escapes it, as with any text.
      quote: { name: 'Acme <b>Corp</b>', exchange: null },
    });
  });

  it('never takes London figures without a unit: pounds and pence look alike', () => {
    expect(code(check({ currency: null }, { mic: 'XLON', symbol: 'VOD' }))).toBe('incomplete-quote');
    expect(check({ price: 71.24, currency: 'GBp' }, { mic: 'XLON', symbol: 'VOD' })).toMatchObject({
      quote: { price: 0.7124, priceDecimals: 4, currency: 'GBP', quoteUnit: 'GBX' },
    });
  });

  it('computes change and percent, whatever the vendor says of them', () => {
    expect(check({ price: 11, previousClose: 10, change: -99, changePercent: 99 })).toMatchObject({
      quote: { change: 1, changePercent: 10 },
    });
    expect(check({ previousClose: null, change: 0.5, changePercent: 5 })).toMatchObject({
      quote: { previousClose: null, change: 0.5, changePercent: 5 },
    });
  });

  it('has no change and no percentage of a previous close of zero', () => {
    expect(check({ previousClose: 0, change: 0, changePercent: 0 })).toMatchObject({
      quote: { previousClose: null, change: null, changePercent: null },
    });
  });

  it('has no figure with more decimals than the market quotes', () => {
    expect(check({ price: Math.fround(103.66), previousClose: Math.fround(102.97) })).toMatchObject({
      quote: { price: 103.66, previousClose: 102.97, change: 0.69, priceDecimals: 2 },
    });
    expect(
      check({ price: 10, previousClose: null, change: 0.9799957, changePercent: 0.42517927 }),
    ).toMatchObject({ quote: { change: 0.98, changePercent: 0.4252 } });
    expect(check({ price: 0.12345678 })).toMatchObject({ quote: { price: 0.1235, priceDecimals: 4 } });
    const yen = check({ price: 2500.4999, currency: 'JPY' }, { mic: 'XTKS', symbol: '7203' });
    expect(yen).toMatchObject({ quote: { price: 2500.5, priceDecimals: 1 } });
    const pence = check({ price: 4987.5, currency: 'GBp' }, { mic: 'XLON', symbol: 'RIO' });
    expect(pence).toMatchObject({ quote: { price: 49.875 } });
  });

  it('lets no figure through that is not one', () => {
    const anything = fc.oneof(fc.double(), fc.constantFrom(null, 0, -0, NaN, Infinity, 1e-12, 1e308));
    fc.assert(
      fc.property(anything, anything, anything, (price, previousClose, change) => {
        const outcome = check({ price, previousClose, change });
        if ('failure' in outcome) return;
        const { quote } = outcome;
        expect(quote.price).toBeGreaterThan(0);
        for (const figure of [quote.price, quote.previousClose, quote.change, quote.changePercent]) {
          expect(figure === null || Number.isFinite(figure)).toBe(true);
        }
      }),
    );
  });
});
