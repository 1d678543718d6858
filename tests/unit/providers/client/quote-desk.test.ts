import { failure } from '../../../../src/plugins/quote-snapshots/server/src/providers/market-data/failure';
import type {
  Quote,
  QuoteAnswer,
} from '../../../../src/plugins/quote-snapshots/server/src/providers/market-data/quote';
import type { QuoteProvider } from '../../../../src/plugins/quote-snapshots/server/src/providers/quote-provider';
import { createQuoteDesk } from '../../../../src/plugins/quote-snapshots/server/src/providers/client/quote-desk';
import {
  formatInstrument,
  type Instrument,
} from '../../../../src/plugins/quote-snapshots/server/src/instruments/instrument';

const listing = (symbol: string): Instrument => ({ mic: 'XNAS', symbol });
const quoteOf = (instrument: Instrument, price: number): Quote => ({
  instrument,
  name: null,
  exchange: null,
  price,
  previousClose: null,
  change: null,
  changePercent: null,
  priceDecimals: 2,
  currency: 'USD',
  quoteUnit: null,
  marketState: 'regular',
  quotedAt: new Date(0),
  delayMinutes: 0,
});

/** A provider in memory: what it is asked, and answers from this function. */
const createProvider = (
  name: string,
  answer: (instrument: Instrument) => QuoteAnswer | undefined,
  maxBatch = 50,
) => {
  const batches: string[][] = [];
  const provider: QuoteProvider = {
    name,
    attribution: `Quotes by ${name}.`,
    licence: 'display',
    delayMinutes: 0,
    maxBatch,
    limits: { counts: 'request' },
    answersAsOf: false,
    getQuotes: ({ instruments }) => {
      batches.push(instruments.map(({ symbol }) => symbol));
      return Promise.resolve(
        new Map(
          instruments.flatMap((instrument) => {
            const said = answer(instrument);
            return said ? [[formatInstrument(instrument), said] as const] : [];
          }),
        ),
      );
    },
  };
  return { provider, batches };
};
const always =
  (price: number) =>
  (instrument: Instrument): QuoteAnswer => ({ quote: quoteOf(instrument, price) });

describe('the quote desk', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  /** Lets gathering and answers happen. */
  const settle = async <T>(work: Promise<T>): Promise<T> => {
    await jest.advanceTimersByTimeAsync(20);
    return work;
  };

  it('asks once for an instrument, however many wait for it', async () => {
    const { provider, batches } = createProvider('first', always(1));
    const desk = createQuoteDesk({ provider });
    const asked = Array.from({ length: 100 }, () => desk.getQuotes([listing('A'), listing('B')]));
    const answers = await settle(Promise.all(asked));
    expect(batches).toEqual([['A', 'B']]);
    expect(answers.every((answer) => answer.size === 2)).toBe(true);
  });

  it('keeps a quote for seconds, a failure for less, and asks anew for a failure where told to', async () => {
    let now = 0;
    let up = false;
    const { provider, batches } = createProvider('first', (instrument) =>
      up ? { quote: quoteOf(instrument, 1) } : { failure: failure('no-price', 'not open yet') },
    );
    const desk = createQuoteDesk({ provider, ttlMs: 5_000, failureTtlMs: 1_000, now: () => now });
    await settle(desk.getQuotes([listing('A')]));
    await settle(desk.getQuotes([listing('A')]));
    expect(batches).toHaveLength(1);
    up = true;
    expect((await settle(desk.getQuotes([listing('A')], { again: true }))).get('XNAS:A')).toHaveProperty(
      'quote',
    );
    expect(batches).toHaveLength(2);
    now = 4_999;
    await settle(desk.getQuotes([listing('A')]));
    expect(batches).toHaveLength(2);
    now = 5_000;
    await settle(desk.getQuotes([listing('A')]));
    expect(batches).toHaveLength(3);
  });

  it('asks as of a past minute where the provider can, and of now for its other markets', async () => {
    const asked: [string[], Date | undefined][] = [];
    const { provider } = createProvider('first', always(1));
    const desk = createQuoteDesk({
      provider: {
        ...provider,
        answersAsOf: true,
        asOfMarkets: ['XNAS'],
        maxBatchAsOf: 1,
        getQuotes: (request) => {
          asked.push([request.instruments.map(formatInstrument), request.asOf]);
          return provider.getQuotes(request);
        },
      },
    });
    const london = ['C', 'D'].map((symbol) => ({ mic: 'XLON', symbol }));
    const asOf = new Date('2026-03-02T15:04:30Z');
    const minute = new Date('2026-03-02T15:04:00Z');
    const answers = await settle(desk.getQuotes([listing('A'), ...london, listing('B')], { asOf }));
    expect(asked).toHaveLength(3);
    expect(asked).toEqual(
      expect.arrayContaining([
        [['XNAS:A'], minute],
        [['XNAS:B'], minute],
        [['XLON:C', 'XLON:D'], undefined],
      ]),
    );
    expect([...answers].map(([name, { asOf: of }]) => [name, of])).toEqual(
      expect.arrayContaining([
        ['XNAS:A', minute],
        ['XLON:C', null],
      ]),
    );
  });

  it('asks for no more at once than the provider takes', async () => {
    const { provider, batches } = createProvider('first', always(1), 2);
    const desk = createQuoteDesk({ provider });
    await settle(desk.getQuotes(['A', 'B', 'C', 'D', 'E'].map(listing)));
    expect(batches).toEqual([['A', 'B'], ['C', 'D'], ['E']]);
  });

  it('asks the fallback for what the first could not answer, and says who spoke', async () => {
    const first = createProvider('first', (instrument) =>
      instrument.symbol === 'A' ? { quote: quoteOf(instrument, 1) } : undefined,
    );
    const second = createProvider('second', (instrument) =>
      instrument.symbol === 'B' ? { quote: quoteOf(instrument, 2) } : undefined,
    );
    const desk = createQuoteDesk({ provider: first.provider, fallback: second.provider });
    const answers = await settle(desk.getQuotes(['A', 'B', 'C'].map(listing)));
    expect(second.batches).toEqual([['B', 'C']]);
    expect(answers.get('XNAS:A')).toMatchObject({ provider: 'first', quote: { price: 1 } });
    expect(answers.get('XNAS:B')).toMatchObject({
      provider: 'second',
      attribution: 'Quotes by second.',
      quote: { price: 2 },
    });
    expect(answers.get('XNAS:C')).toMatchObject({
      provider: 'first',
      failure: { code: 'unknown-instrument' },
    });
  });

  it('waits no longer than asked, for a provider that ignores its signal too', async () => {
    const provider: QuoteProvider = {
      ...createProvider('silent', always(1)).provider,
      getQuotes: () => new Promise(() => undefined),
    };
    const desk = createQuoteDesk({ provider, timeoutMs: 1_000 });
    const hasty = desk.getQuotes([listing('A')], { timeoutMs: 100 });
    const patient = desk.getQuotes([listing('A')]);
    await jest.advanceTimersByTimeAsync(100);
    expect((await hasty).get('XNAS:A')).toMatchObject({ failure: { code: 'timeout' } });
    await jest.advanceTimersByTimeAsync(1_000);
    expect((await patient).get('XNAS:A')).toMatchObject({ failure: { code: 'timeout' } });
  });

  it('repeats nothing of what a provider throws', async () => {
    const provider: QuoteProvider = {
      ...createProvider('first', always(1)).provider,
      getQuotes: () => Promise.reject(new Error('https://vendor.example/?key=secret')),
    };
    const answers = await settle(createQuoteDesk({ provider }).getQuotes([listing('A')]));
    expect(answers.get('XNAS:A')).toMatchObject({ failure: { code: 'bad-answer' } });
    expect(JSON.stringify([...answers])).not.toContain('secret');
  });

  it('remembers a bounded number of instruments', async () => {
    const { provider, batches } = createProvider('first', always(1));
    const desk = createQuoteDesk({ provider, maxEntries: 2 });
    await settle(desk.getQuotes(['A', 'B', 'C'].map(listing)));
    await settle(desk.getQuotes([listing('C'), listing('A')]));
    expect(batches).toEqual([['A', 'B', 'C'], ['A']]);
  });
});
