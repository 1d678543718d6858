import fc from 'fast-check';
import {
  checkQuote,
  type RawQuote,
} from '../../../src/plugins/quote-snapshots/server/src/providers/check-quote';

const NOW = new Date('2026-03-02T15:00:00Z');
const MSFT = { mic: 'XNAS', symbol: 'MSFT' };
const check = (raw: Partial<RawQuote>, instrument = MSFT) =>
  checkQuote(instrument, { price: 10, currency: 'USD', quotedAt: NOW, ...raw }, NOW);
const code = (outcome: ReturnType<typeof check>) => ('failure' in outcome ? outcome.failure.code : 'quote');

describe('checkQuote', () => {
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
    expect(check({ previousClose: 0, change: 0.5, changePercent: 5 })).toMatchObject({
      quote: { previousClose: null, change: 0.5, changePercent: 5 },
    });
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
