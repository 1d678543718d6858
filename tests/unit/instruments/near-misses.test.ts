import fc from 'fast-check';
import {
  likelyTypos,
  rankNearMisses,
} from '../../../src/plugins/quote-snapshots/server/src/instruments/near-misses';

const listing = (text: string) => {
  const [mic = '', symbol = ''] = text.split(':');
  return { mic, symbol };
};
const written = ({ mic, symbol }: { mic: string; symbol: string }) => `${mic}:${symbol}`;
const found = (wrong: string, known: string[]): string[] =>
  rankNearMisses(listing(wrong), known.map(listing)).map(written);

describe('near misses among known listings', () => {
  const NEWSROOM = ['XNAS:AAPL', 'XNAS:MSFT', 'XNYS:ORCL', 'XNYS:MSTR', 'XNYS:T', 'XNAS:GOOGL', 'XNAS:GOOG'];

  it.each([
    ['two letters swapped', 'XNAS:MSTF', ['XNAS:MSFT', 'XNYS:MSTR']],
    ['a letter too many', 'XNAS:AAPPL', ['XNAS:AAPL']],
    ['a letter too few', 'XNAS:APL', ['XNAS:AAPL']],
    ['another exchange', 'XNAS:ORCL', ['XNYS:ORCL']],
    ['nothing alike', 'XNAS:ZZZZ', []],
    ['a symbol of one letter, to which all of them are near', 'XNYS:F', []],
  ])('%s', (_what, wrong, expected) => {
    expect(found(wrong, NEWSROOM)).toEqual(expected);
  });

  it('suggests no listing that is itself, and at most three', () => {
    const symbol = fc.stringMatching(/^[A-C]{1,5}$/);
    const known = fc.array(fc.record({ mic: fc.constantFrom('XNAS', 'XNYS'), symbol }), { maxLength: 40 });
    fc.assert(
      fc.property(symbol, known, (one, all) => {
        const wrong = { mic: 'XNAS', symbol: one };
        const near = rankNearMisses(wrong, all).map(written);
        expect(near).not.toContain(written(wrong));
        expect(near.length).toBeLessThanOrEqual(3);
      }),
    );
  });
});

describe('likely slips, of which a provider is asked', () => {
  it('are the other US exchanges and neighbouring letters the other way round', () => {
    expect(likelyTypos(listing('XNAS:MSTF')).map(written)).toEqual([
      'XNYS:MSTF',
      'XASE:MSTF',
      'ARCX:MSTF',
      'XNAS:SMTF',
      'XNAS:MTSF',
      'XNAS:MSFT',
    ]);
  });

  it('stay on an exchange outside of the US, and are few however long the symbol is', () => {
    expect(likelyTypos(listing('XLON:VDO')).map(written)).toEqual(['XLON:DVO', 'XLON:VOD']);
    expect(likelyTypos(listing('XNAS:ABCDEFGHIJKL')).length).toBe(8);
  });
});
