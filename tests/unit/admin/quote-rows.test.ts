import type {
  AmbiguousMention,
  CurrentSnapshot,
  DraftPreview,
  LiveAnswer,
  NamedInstrument,
} from '../../../src/plugins/quote-snapshots/admin/src/api/answers';
import { findOutage } from '../../../src/plugins/quote-snapshots/admin/src/rows/find-outage';
import {
  countRows,
  needsSomebody,
  quoteRows,
} from '../../../src/plugins/quote-snapshots/admin/src/rows/quote-rows';

const named = (symbol: string, act: 'capture' | 'keep' = 'capture'): NamedInstrument => ({
  instrument: `XNAS:${symbol}`,
  symbol,
  mic: 'XNAS',
  exchange: 'NASDAQ',
  name: null,
  ticker: null,
  companyName: null,
  act,
  snapshot: null,
});

const snapshot = (symbol: string, more: Partial<CurrentSnapshot> = {}): CurrentSnapshot =>
  ({
    documentId: `of ${symbol}`,
    instrument: `XNAS:${symbol}`,
    symbol,
    mic: 'XNAS',
    exchange: 'NASDAQ',
    name: null,
    price: 10,
    state: 'captured',
    lateMinutes: null,
    replacement: null,
    ...more,
  }) as CurrentSnapshot;

const ambiguous: AmbiguousMention = {
  symbol: 'RY',
  exchange: 'TSE',
  reason: null,
  reasonCode: 'ambiguous-exchange',
  reasonParams: {},
  choices: [],
};

const draft = (
  instruments: NamedInstrument[],
  more: Partial<DraftPreview['data']> = {},
): DraftPreview['data'] => ({
  mentions: [],
  instruments,
  ambiguous: [],
  retired: [],
  suggestions: [],
  ...more,
});

const fails = (code: string): LiveAnswer =>
  ({ provider: 'p', attribution: 'a', failure: { code, message: 'English.' } }) as LiveAnswer;
const quote = { provider: 'p', attribution: 'a', quote: { price: 10, name: 'Apple Inc.' } } as LiveAnswer;
const live = (answers: Record<string, LiveAnswer>): ReadonlyMap<string, LiveAnswer> =>
  new Map(Object.entries(answers).map(([symbol, answer]) => [`XNAS:${symbol}`, answer]));
const NOTHING = live({});

const states = (rows: ReturnType<typeof quoteRows>): string[] =>
  rows.map(({ symbol, state }) => `${symbol} ${state}`);

describe('the rows of the panel', () => {
  it('are one for each listing, what needs somebody first, the rest in the order of the text', () => {
    const rows = quoteRows(
      draft([named('AAA', 'keep'), named('BBB'), named('CCC', 'keep'), named('DDD', 'keep'), named('EEE')], {
        ambiguous: [ambiguous],
        retired: [snapshot('ZZZ')],
      }),
      [
        snapshot('AAA'),
        snapshot('CCC', { state: 'pending', price: null }),
        snapshot('DDD', { state: 'unavailable', price: null }),
        snapshot('ZZZ'),
        // The mention that may be several listings, as the last publication kept it.
        snapshot('RY', { instrument: null, mic: null, exchange: 'TSE', state: 'unavailable' }),
      ],
      live({ EEE: fails('unknown-instrument') }),
    );
    expect(states(rows)).toEqual([
      'RY choose',
      'DDD failed',
      'EEE unquoted',
      'CCC waiting',
      'BBB new',
      'AAA captured',
      'ZZZ removed',
    ]);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  });

  it.each([
    ['captured', {}],
    ['late', { lateMinutes: 3 }],
    ['voided', { state: 'voided' }],
    ['waiting', { state: 'pending' }],
    ['waiting', { replacement: { state: 'pending' } }],
    ['failed', { state: 'unavailable' }],
    ['failed', { replacement: { state: 'unavailable' } }],
  ] as [string, Partial<CurrentSnapshot>][])('say “%s” of a snapshot', (state, more) => {
    const snapshots = [snapshot('AAA', more)];
    expect(states(quoteRows(draft([named('AAA', 'keep')]), snapshots, NOTHING))).toEqual([`AAA ${state}`]);
    expect(states(quoteRows(undefined, snapshots, NOTHING))).toEqual([`AAA ${state}`]);
  });

  it('want nobody where an outage passes by itself', () => {
    for (const code of ['network', 'timeout', 'quota', 'no-price']) {
      const rows = quoteRows(draft([named('AAA')]), [], live({ AAA: fails(code) }));
      expect(rows.map(({ state }) => state)).toEqual(['new']);
      expect(rows.some(needsSomebody)).toBe(false);
    }
  });

  it('have the name that the newsroom gives, else that of the provider', () => {
    const [row] = quoteRows(draft([named('AAA')]), [], live({ AAA: quote }));
    expect(row?.name).toBe('Apple Inc.');
    const [known] = quoteRows(draft([{ ...named('AAA'), name: 'Apple' }]), [], live({ AAA: quote }));
    expect(known?.name).toBe('Apple');
  });
});

describe('the counts of the panel', () => {
  it('count as captured what has a figure, and as to be captured what can be', () => {
    const rows = quoteRows(
      draft([named('AAA', 'keep'), named('BBB', 'keep'), named('CCC', 'keep'), named('DDD'), named('EEE')]),
      [
        snapshot('AAA'),
        snapshot('BBB', { state: 'pending', price: null }),
        snapshot('CCC', { state: 'voided' }),
      ],
      live({ DDD: fails('unknown-instrument') }),
    );
    expect(countRows(rows)).toEqual({ captured: 1, waiting: 1, needing: 1, toCapture: 1, toRemove: 0 });
  });

  it('promise no quote of what was given up, where the provider still does not know it', () => {
    const snapshots = [snapshot('AAA', { state: 'unavailable', price: null })];
    const promised = (answer: LiveAnswer) =>
      countRows(quoteRows(draft([named('AAA')]), snapshots, live({ AAA: answer }))).toCapture;
    expect([promised(fails('unknown-instrument')), promised(quote)]).toEqual([0, 1]);
  });

  it('take out only what has a figure', () => {
    const gone = [snapshot('AAA'), snapshot('BBB', { state: 'unavailable', price: null })];
    const rows = quoteRows(draft([], { retired: gone }), gone, NOTHING);
    expect(states(rows)).toEqual(['AAA removed']);
    expect(countRows(rows).toRemove).toBe(1);
  });

  it('say that nothing changes where publishing keeps all', () => {
    const rows = quoteRows(draft([named('AAA', 'keep')]), [snapshot('AAA')], NOTHING);
    expect(countRows(rows)).toMatchObject({ toCapture: 0, toRemove: 0 });
  });
});

describe('an outage', () => {
  const rows = quoteRows(draft([named('AAA'), named('BBB')]), [], NOTHING);

  it('is where the provider answers for no listing', () => {
    expect(findOutage(rows, live({ AAA: fails('network'), BBB: fails('timeout') }))).toMatchObject({
      code: 'network',
    });
  });

  it.each([
    ['one listing is answered for', live({ AAA: fails('network'), BBB: quote })],
    ['listings are unknown', live({ AAA: fails('unknown-instrument'), BBB: fails('no-price') })],
    ['one of them is unknown', live({ AAA: fails('network'), BBB: fails('unknown-instrument') })],
    ['nothing was asked', NOTHING],
  ])('is none where %s', (_what, answers) => expect(findOutage(rows, answers)).toBeUndefined());
});
