import {
  failAll,
  failure,
  conformanceTests,
  type ProviderUnderTest,
  type Quote,
  type QuoteProvider,
  type QuoteRequest,
  type QuoteAnswer,
} from '../../../src/plugins/quote-snapshots/server/src/provider-kit';
import { formatInstrument } from '../../../src/plugins/quote-snapshots/server/src/instruments/instrument';

const SECRET = 'a-key-that-must-not-leak';
const PRICES: Readonly<Record<string, number>> = { 'XNAS:MSFT': 480.5, 'XNYS:ORCL': 180 };

const quoteOf = (request: QuoteRequest, index: number): QuoteAnswer => {
  const instrument = request.instruments[index]!;
  const price = PRICES[formatInstrument(instrument)];
  if (price === undefined) return { failure: failure('unknown-instrument', 'Not known.') };
  const quote: Quote = {
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
    quotedAt: request.asOf ? new Date(request.asOf.getTime() - 60_000) : new Date(),
    delayMinutes: 0,
  };
  return { quote };
};

/** A provider in memory that keeps every promise, but for what is overridden. */
const underTest = (broken: Partial<QuoteProvider> = {}): ProviderUnderTest => {
  let fault: string | undefined;
  return {
    create: () => ({
      name: 'memory',
      attribution: 'Quotes from memory.',
      licence: 'display',
      delayMinutes: 0,
      maxBatch: 10,
      limits: { counts: 'request' },
      answersAsOf: true,
      getQuotes: (request) =>
        Promise.resolve(
          fault
            ? failAll(request.instruments, failure('quota', 'Too much.'))
            : new Map(
                request.instruments.map((one, index) => [formatInstrument(one), quoteOf(request, index)]),
              ),
        ),
      ...broken,
    }),
    known: ['XNAS:MSFT', 'XNYS:ORCL'],
    unknown: 'XNAS:NOBODY',
    uncovered: 'XTKS:7203',
    asOf: new Date('2026-03-02T15:00:30Z'),
    secret: SECRET,
    fail: (next) => {
      fault = next;
    },
    faults: ['quota'],
    requests: () => 0,
  };
};

const good = underTest().create();
const altered =
  (alter: (quote: Quote, request: QuoteRequest) => Partial<Quote>): QuoteProvider['getQuotes'] =>
  async (request) => {
    const answers = await good.getQuotes(request);
    return new Map(
      [...answers].map(([name, outcome]): [string, QuoteAnswer] => [
        name,
        'quote' in outcome ? { quote: { ...outcome.quote, ...alter(outcome.quote, request) } } : outcome,
      ]),
    );
  };

/** The names of the checks that fail. */
const failing = async (provider: ProviderUnderTest): Promise<string[]> => {
  const names: string[] = [];
  for (const { name, run } of conformanceTests(provider)) await run().catch(() => names.push(name));
  return names;
};

describe('the kit for providers', () => {
  it('passes a provider that keeps every promise', async () => {
    expect(await failing(underTest())).toEqual([]);
  });

  it.each<[string, Partial<QuoteProvider>, RegExp]>([
    ['no credit line', { attribution: ' ' }, /says who it is/],
    ['a batch of none', { maxBatch: 0 }, /says who it is/],
    ['a name with blanks', { name: 'My Provider' }, /says who it is/],
    ['one price for all', { getQuotes: altered(() => ({ price: 1 })) }, /its own quote/],
    ['text for a price', { getQuotes: altered(() => ({ price: NaN })) }, /its own quote/],
    ['pence for pounds', { getQuotes: altered(() => ({ currency: 'GBX1' })) }, /its own quote/],
    [
      'a price to come',
      { getQuotes: altered(() => ({ quotedAt: new Date('2100-01-01') })) },
      /not of the future/,
    ],
    [
      'the price of now for a past minute',
      { getQuotes: altered(() => ({ quotedAt: new Date() })) },
      /past minute/,
    ],
    [
      'quotes mixed up in a batch',
      {
        getQuotes: altered((quote, { instruments }) =>
          instruments.length > 1 ? { price: 500 - quote.price } : {},
        ),
      },
      /as it answers each alone/,
    ],
    ['a rejection', { getQuotes: () => Promise.reject(new Error('no')) }, /its own quote/],
    ['no answer for an instrument', { getQuotes: () => Promise.resolve(new Map()) }, /its own quote/],
    [
      'its key in a message',
      {
        getQuotes: ({ instruments }) =>
          Promise.resolve(failAll(instruments, failure('refused', `The key ${SECRET} is wrong.`))),
      },
      /keeps its key to itself/,
    ],
    [
      'a market that it does not cover, answered',
      {
        getQuotes: async (request) =>
          new Map(
            [...(await good.getQuotes(request))].map(([name]) => [
              name,
              { failure: failure('network', 'It asked after all.') },
            ]),
          ),
      },
      /does not cover/,
    ],
  ])('finds %s', async (_what, broken, check) => {
    expect(await failing(underTest(broken))).toContainEqual(expect.stringMatching(check));
  });

  it('finds a fault that is taken for something else', async () => {
    const provider = underTest();
    expect(await failing({ ...provider, faults: ['close'] })).toEqual([
      expect.stringContaining('fails: close'),
    ]);
  });
});
