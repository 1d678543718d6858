import { MARKET_IDENTIFIER_CODES } from '../../../src/api/ticker/market-identifier-codes';
import { marketTimeZone } from '../../../src/plugins/quote-snapshots/server/src/instruments/market-time-zones';
import { findMentions, exchangeLabel } from '../../../src/plugins/quote-snapshots/server/src/detection';
import { EXCHANGES } from '../../../src/plugins/quote-snapshots/server/src/detection/exchanges/exchanges';

const MICS = [...new Set(EXCHANGES.flatMap(({ mics }) => mics))];

/** A symbol as each family of markets has them. */
const SYMBOLS: Readonly<Record<string, string>> = {
  'hong-kong': '0700',
  tokyo: '7203',
  'six-digits': '600519',
  taiwan: '2330',
  'four-digits': '2222',
  brazil: 'PETR4',
  'tokyo-or-toronto': '7203',
};

describe('the table of exchanges', () => {
  it('names no market that the newsroom does not know, or that has no label or no clocks', () => {
    expect(MICS.filter((mic) => !MARKET_IDENTIFIER_CODES.has(mic))).toEqual([]);
    expect(MICS.filter((mic) => exchangeLabel(mic) === undefined)).toEqual([]);
    expect(MICS.filter((mic) => marketTimeZone(mic) === undefined)).toEqual([]);
  });

  it('has clocks that exist', () => {
    for (const mic of MICS) {
      const timeZone = marketTimeZone(mic);
      expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
    }
  });

  it('gives no spelling to two exchanges', () => {
    const spellings = EXCHANGES.flatMap(({ printed }) => [
      ...new Set([
        ...printed.name.map((name) => name.toLowerCase().replace(/[\s-]+/g, ' ')),
        ...printed.code,
        ...printed.word,
        ...printed.place,
      ]),
    ]);
    expect(spellings.filter((spelling, index) => spellings.indexOf(spelling) !== index)).toEqual([]);
  });

  it('is read as it is printed, every spelling of it', () => {
    for (const { printed, mics, family } of EXCHANGES) {
      const symbol = SYMBOLS[family] ?? 'ACM';
      for (const name of Object.values(printed).flat())
        expect([name, findMentions(`Acme (${name}: ${symbol}) rose.`)]).toMatchObject([
          name,
          [{ symbol, candidates: mics }],
        ]);
    }
  });
});
