import fc from 'fast-check';
import { cloudquoteSpelling } from '../../../../src/plugins/quote-snapshots/server/src/providers/vendors/cloudquote';
import {
  instrumentsOf,
  US_EXCHANGES,
  US_OTC,
  vendorSymbol,
} from '../../../../src/plugins/quote-snapshots/server/src/providers/market-data/symbol-spelling';
import { VENDORS } from '../../../support/vendors';

const SPELLINGS = [...VENDORS, { name: 'cloudquote', spelling: cloudquoteSpelling }];
const US: readonly string[] = [...US_EXCHANGES, ...US_OTC];
const CANADA = ['XTSE', 'XTSX', 'XCNQ', 'NEOE'];

const word = (alphabet: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength });
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
// "P" alone is how some vendors mark a preferred share without a series, and "U" a unit; what is meant is the same.
const CLASS = fc.constantFrom(...'ABCDKNV');
const root = word(LETTERS, 1, 5);

/** Symbols of ours as they occur on a market. */
const symbolOn = (mic: string): fc.Arbitrary<string> => {
  if (US.includes(mic)) {
    const suffix = fc.oneof(
      fc.constant(''),
      CLASS.map((one) => `.${one}`),
      word(LETTERS, 1, 1).map((series) => `.PR${series}`),
      fc.constantFrom('.PR', '.U', '.WS', '.RT'),
    );
    return fc.tuple(root, suffix).map(([start, end]) => start + end);
  }
  if (CANADA.includes(mic)) {
    const suffix = fc.oneof(
      fc.constantFrom('', '.UN'),
      CLASS.map((one) => `.${one}`),
      word(LETTERS, 1, 1).map((series) => `.PR.${series}`),
    );
    return fc.tuple(root, suffix).map(([start, end]) => start + end);
  }
  return fc.oneof(
    root,
    word('0123456789', 4, 6),
    fc.tuple(root, CLASS).map(([start, one]) => `${start}.${one}`),
  );
};

describe('symbol spelling', () => {
  it.each(SPELLINGS.map(({ name, spelling }) => [name, spelling] as const))(
    '%s: what is spelt can be read back as the same instrument',
    (_name, spelling) => {
      const listing = fc
        .constantFrom(...Object.keys(spelling.markets))
        .chain((mic) => symbolOn(mic).map((symbol) => ({ mic, symbol })));
      fc.assert(
        fc.property(listing, (instrument) => {
          const spelt = vendorSymbol(spelling, instrument);
          // Not asked for at all, for it would be taken for another market's: see below.
          fc.pre(spelt !== undefined);
          expect(instrumentsOf(spelling, spelt)).toContainEqual(instrument);
        }),
        { numRuns: 200 },
      );
    },
  );

  it.each(SPELLINGS.map(({ name, spelling }) => [name, spelling] as const))(
    '%s: a foreign listing is never spelt as a bare US symbol',
    (_name, spelling) => {
      for (const mic of Object.keys(spelling.markets).filter((one) => !US.includes(one))) {
        expect(vendorSymbol(spelling, { mic, symbol: 'SAN' })).not.toBe('SAN');
      }
    },
  );

  it.each(SPELLINGS.map(({ name, spelling }) => [name, spelling] as const))(
    '%s: no two symbols of a market have one spelling',
    (_name, spelling) => {
      const two = fc
        .constantFrom(...Object.keys(spelling.markets))
        .chain((mic) => fc.tuple(symbolOn(mic), symbolOn(mic)).map((symbols) => ({ mic, symbols })));
      fc.assert(
        fc.property(two, ({ mic, symbols: [one, other] }) => {
          const spelt = vendorSymbol(spelling, { mic, symbol: one });
          fc.pre(one !== other && spelt !== undefined);
          expect(spelt).not.toBe(vendorSymbol(spelling, { mic, symbol: other }));
        }),
        { numRuns: 200 },
      );
    },
  );

  it('does not ask for what would be another market’s symbol', () => {
    const finnhub = VENDORS.find(({ name }) => name === 'finnhub');
    expect(finnhub && vendorSymbol(finnhub.spelling, { mic: 'XNYS', symbol: 'ABC.V' })).toBeUndefined();
    expect(finnhub && vendorSymbol(finnhub.spelling, { mic: 'XNYS', symbol: 'ABC.B' })).toBe('ABC.B');
  });

  it.each([
    ['yahoo', 'XWAR', 'PKO.WA'],
    ['yahoo', 'XMSM', 'PKO.IR'],
    ['yahoo', 'AQSE', 'PKO.AQ'],
    ['yahoo', 'ROCO', 'PKO.TWO'],
    ['yahoo', 'XSTC', 'PKO.VN'],
    ['yahoo', 'XGAT', undefined],
    ['eodhd', 'XATH', 'PKO.AT'],
    ['eodhd', 'XKAR', 'PKO.KAR'],
    ['eodhd', 'XTKS', undefined],
    ['twelve-data', 'XIST', 'PKO:XIST'],
    ['finnhub', 'XWAR', undefined],
  ])('%s has a listing of %s as %s', (name, mic, expected) => {
    const vendor = VENDORS.find((one) => one.name === name);
    expect(vendor && vendorSymbol(vendor.spelling, { mic, symbol: 'PKO' })).toBe(expected);
  });

  it('asks for nothing on a market that is not in the table', () => {
    for (const { spelling } of SPELLINGS)
      expect(vendorSymbol(spelling, { mic: 'XNGO', symbol: '7203' })).toBeUndefined();
  });

  it('reads nothing off what is no symbol of the vendor’s markets', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.constantFrom(...SPELLINGS), (text, { spelling }) => {
        for (const { mic } of instrumentsOf(spelling, text))
          expect(Object.keys(spelling.markets)).toContain(mic);
      }),
    );
  });
});
