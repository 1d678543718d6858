import fc from 'fast-check';
import { mostDecimals } from '../../../../src/plugins/quote-snapshots/server/src/providers/market-data/market-decimals';
import {
  quotedFigure,
  shownDecimals,
  withoutFloatNoise,
} from '../../../../src/plugins/quote-snapshots/server/src/providers/market-data/price-precision';

describe('a figure without the noise of 32-bit floats', () => {
  it.each([
    [103.66000366210938, 103.66],
    [255.4199981689453, 255.42],
    [273760.1875, 273760.2],
    [7234.56005859375, 7234.56],
    [0.1234000027179718, 0.1234],
    // Cut to five decimals on the way.
    [696.20001, 696.2],
    [174.71001, 174.71],
    [362.14001, 362.14],
    [385.57999, 385.58],
  ])('%d is %d', (sent, meant) => {
    expect(withoutFloatNoise(sent)).toBe(meant);
  });

  it.each([
    172.615, 228.295, 0.00012, 0.0000012, 12.00001, 65432.12345, 4987.5, 2500, 0, -1.25, 0.019945, 1e-9,
  ])('%d is a figure already', (figure) => {
    expect(withoutFloatNoise(figure)).toBe(figure);
  });

  it('is what was written before it became a float', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_999_999 }),
        fc.integer({ min: 0, max: 4 }),
        (digits, decimals) => {
          fc.pre(digits / 10 ** decimals < 131_072);
          const written = Number((digits / 10 ** decimals).toFixed(decimals));
          expect(withoutFloatNoise(Math.fround(written))).toBe(written);
          expect(withoutFloatNoise(written)).toBe(written);
        },
      ),
    );
  });
});

describe('a price as its market quotes it', () => {
  it.each([
    ['XNAS', 172.6149999999, undefined, 172.615],
    ['XNAS', 480.49999999999994, undefined, 480.5],
    ['XNAS', 0.123456, undefined, 0.1235],
    ['XNAS', 103.66000366210938, 2, 103.66],
    // A float that is told between two ticks: what the vendor shows of it.
    ['XNYS', 228.2949981689453, 2, 228.29],
    // A real figure stays, whatever is shown of it.
    ['XNYS', 172.615, 2, 172.615],
    ['PINX', 0.000123, undefined, 0.000123],
    ['XTKS', 2500.5, undefined, 2500.5],
    ['XTKS', 2500.4999, undefined, 2500.5],
    ['XKRX', 71200.0001, undefined, 71200],
    // In pounds, of a market that quotes in pence.
    ['XLON', 0.712401, undefined, 0.712401],
    ['XNSE', 2856.1499, undefined, 2856.15],
    // Rounding would cut it: a figure that is not noise is never cut.
    ['XNSE', 0.0049, undefined, 0.0049],
    ['XKRX', 0.5, undefined, 0.5],
    ['CRYP', 0.00001234, undefined, 0.00001234],
  ])('%s %d (hint %s) is %d', (mic, figure, hint, expected) => {
    expect(quotedFigure(figure, { mic, inMinorUnit: false, hint })).toBe(expected);
  });

  it('in pence has as many as the market quotes', () => {
    expect(quotedFigure(71.24011, { mic: 'XLON', inMinorUnit: true, hint: undefined })).toBe(71.2401);
  });

  it.each([
    [172.615, 2, 2],
    [480.5, 2, 2],
    [0.0125, 2, 4],
    [2500, 0, 0],
  ])('%d, told to have %d decimals, is shown with %d', (price, hint, shown) => {
    expect(shownDecimals(price, hint)).toBe(shown);
  });

  it('is changed by no more than a thousandth, and has no more decimals where it is changed', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        fc.constantFrom('XNAS', 'PINX', 'XTKS', 'XKRX', 'XLON', 'XHKG', 'CRYP'),
        (figure, mic) => {
          const quoted = quotedFigure(figure, { mic, inMinorUnit: true, hint: undefined });
          expect(Math.abs(quoted - figure)).toBeLessThanOrEqual(figure * 0.001);
          if (quoted !== figure) expect(Number(quoted.toFixed(mostDecimals(mic, true)))).toBe(quoted);
        },
      ),
    );
  });
});
