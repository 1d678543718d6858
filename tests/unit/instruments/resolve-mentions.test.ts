import { findMentions } from '../../../src/plugins/quote-snapshots/server/src/detection';
import { wordReason } from '../../../src/plugins/quote-snapshots/server/src/reasons/word-reason';
import { resolveMentions } from '../../../src/plugins/quote-snapshots/server/src/instruments/resolve-mentions';
import { parseInstrument } from '../../../src/plugins/quote-snapshots/server/src/instruments/instrument';
import type { Ticker } from '../../../src/plugins/quote-snapshots/server/src/instruments/ticker';

const ticker = (instrument: string, more: Partial<Ticker> = {}): Ticker => ({
  id: 1,
  documentId: instrument,
  ...parseInstrument(instrument),
  exchange: null,
  name: null,
  currency: null,
  isin: null,
  listed: true,
  company: null,
  ...more,
});
const resolve = (text: string, tickers: Ticker[] = [], linked: Ticker[] = [], hasTickers = true) => {
  const mentions = findMentions(text, { cashtags: true });
  const { wanted, unresolved } = resolveMentions(mentions, tickers, linked, hasTickers);
  return { wanted: wanted.map(({ instrument }) => instrument), unresolved };
};

describe('mentions become instruments', () => {
  it('in order of first mention, each once, known to the newsroom or not', () => {
    const text = '(NASDAQ: MSFT), (NYSE: ORCL), (NASDAQ: MSFT)';
    expect(resolve(text, [ticker('XNYS:ORCL')])).toEqual({
      wanted: ['XNAS:MSFT', 'XNYS:ORCL'],
      unresolved: [],
    });
  });

  it('adds tickers linked by hand after those of the text', () => {
    expect(resolve('(NYSE: ORCL)', [], [ticker('XNAS:AAPL'), ticker('XNYS:ORCL')]).wanted).toEqual([
      'XNYS:ORCL',
      'XNAS:AAPL',
    ]);
  });

  it('settles an ambiguous exchange by the newsroom’s tickers', () => {
    expect(resolve('(TSE: RY)', [ticker('XTSE:RY')]).wanted).toEqual(['XTSE:RY']);
    expect(resolve('(TSE: RY)', [ticker('XNYS:RY')]).wanted).toEqual([]);
  });

  it('settles it by a linked ticker first', () => {
    const both = [ticker('XTSE:RY'), ticker('XTKS:RY')];
    expect(resolve('(TSE: RY)', both, [both[0]!]).wanted).toEqual(['XTSE:RY']);
  });

  it('leaves out what it cannot settle, and says why', () => {
    const { wanted, unresolved } = resolve('(TSE: RY) and $GME');
    expect(wanted).toEqual([]);
    expect(unresolved).toMatchObject([
      {
        symbol: 'RY',
        exchange: 'TSE',
        reasonCode: 'ambiguous-exchange',
        reasonParams: { mention: 'TSE: RY', exchange: 'TSE', markets: ['Tokyo', 'TSX'] },
      },
      { symbol: 'GME', exchange: null, reasonCode: 'cashtag', reasonParams: { mention: '$GME' } },
    ]);
  });

  it('tells nobody to add a ticker where the app has no type for tickers', () => {
    const reasonOf = (text: string, hasTickers: boolean) => {
      const [unresolved] = resolve(text, [], [], hasTickers).unresolved;
      return unresolved && wordReason({ reason: null, ...unresolved }, 'en');
    };
    for (const text of ['(TSE: RY)', '$GME']) {
      expect(reasonOf(text, true)).toContain('Add the ticker');
      expect(reasonOf(text, false)).not.toContain('ticker');
    }
  });

  describe('whose ISIN is printed beside them', () => {
    const text = '(XETRA: SAP; ISIN: DE0007164600)';
    const other = ticker('XETR:SAP', { isin: 'US8030542042' });

    it('are the ticker with that ISIN, or with none', () => {
      expect(resolve(text, [ticker('XETR:SAP', { isin: 'DE0007164600' })])).toEqual({
        wanted: ['XETR:SAP'],
        unresolved: [],
      });
      expect(resolve(text, [ticker('XETR:SAP')]).wanted).toEqual(['XETR:SAP']);
      expect(resolve(text).wanted).toEqual(['XETR:SAP']);
    });

    it('are left out where the ticker has another, and the reason names both', () => {
      expect(resolve(text, [other])).toEqual({
        wanted: [],
        unresolved: [
          {
            symbol: 'SAP',
            exchange: 'XETRA',
            reasonCode: 'isin-differs',
            reasonParams: {
              mention: 'XETRA: SAP',
              printed: 'DE0007164600',
              listing: 'SAP (XETRA)',
              known: 'US8030542042',
            },
          },
        ],
      });
    });

    it('are captured where an editor linked the ticker all the same', () => {
      expect(resolve(text, [other], [other]).wanted).toEqual(['XETR:SAP']);
    });

    it('do not settle an ambiguous exchange by a ticker that has another', () => {
      const royal = ticker('XTSE:RY', { isin: 'CA7800871021' });
      expect(resolve('(TSE: RY; ISIN: CA7800871021)', [royal]).wanted).toEqual(['XTSE:RY']);
      expect(resolve('(TSE: RY; ISIN: US0378331005)', [royal]).wanted).toEqual([]);
    });
  });

  it('does not settle by a ticker that is no longer listed', () => {
    expect(resolve('$TWTR', [ticker('XNYS:TWTR', { listed: false })]).wanted).toEqual([]);
    expect(resolve('$TWTR', [ticker('XNYS:TWTR')]).wanted).toEqual(['XNYS:TWTR']);
  });
});

describe('an instrument in writing', () => {
  it.each([
    ['xnys:brk-b', { mic: 'XNYS', symbol: 'BRK.B' }],
    [' XNYS:BRK/B ', { mic: 'XNYS', symbol: 'BRK.B' }],
    ['XNSE:M&M', { mic: 'XNSE', symbol: 'M&M' }],
    ['XTKS:7203', { mic: 'XTKS', symbol: '7203' }],
  ])('%s', (text, instrument) => expect(parseInstrument(text)).toEqual(instrument));

  it.each(['', 'MSFT', 'NASDAQ:MSFT', 'XNAS:', 'XNAS:A B;', 'XNAS:../x', `XNAS:${'A'.repeat(99)}`])(
    'refuses “%s” and says how one is written',
    (text) => expect(() => parseInstrument(text)).toThrow(/XNAS:MSFT/),
  );
});
