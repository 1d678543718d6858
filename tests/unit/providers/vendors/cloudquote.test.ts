import cloudquote from '../../../../src/plugins/quote-snapshots/server/src/providers/vendors/cloudquote';
import type { QuoteAnswer } from '../../../../src/plugins/quote-snapshots/server/src/providers/market-data/quote';
import { createStandInProvider, type Fault, type StandInProvider } from '../../../support/stand-in-provider';

const KEY = 'a-key-that-must-not-leak';
const XNAS_MSFT = { mic: 'XNAS', symbol: 'MSFT' };
const XNYS_ORCL = { mic: 'XNYS', symbol: 'ORCL' };
const XLON_RIO = { mic: 'XLON', symbol: 'RIO' };

describe('cloudquote', () => {
  let server: StandInProvider;

  beforeAll(async () => {
    server = await createStandInProvider();
    server.quote('MSFT', { Name: 'Microsoft', Price: 480.5, PrevClose: 470 });
    server.quote('ORCL', { Price: 180.03, PrevClose: 181 });
    server.quote('LSE:RIO', { Price: 4987.5, PrevClose: 5050, NominalCurrencyCode: 'GBX' });
  });
  afterAll(() => server.close());
  beforeEach(() => {
    server.fail(undefined);
    server.requests.length = 0;
  });

  const ask = (instruments = [XNAS_MSFT, XNYS_ORCL, XLON_RIO], signal = AbortSignal.timeout(5_000)) =>
    cloudquote.init({ apiKey: KEY, baseUrl: server.baseUrl }).getQuotes({ instruments, signal });
  const codes = (outcomes: Map<string, QuoteAnswer>) =>
    [...outcomes.values()].map((outcome) => ('failure' in outcome ? outcome.failure.code : 'quote'));

  it('asks for a batch in one request, in its spelling, with the key in a header', async () => {
    await ask();
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatchObject({
      symbols: ['MSFT', 'ORCL', 'LSE:RIO'],
      authorization: `privateKey ${KEY}`,
    });
    expect(server.requests[0]?.url).not.toContain(KEY);
  });

  it('needs a key', () => {
    expect(() => cloudquote.init({ baseUrl: server.baseUrl })).toThrow('"cloudquote" needs an API key');
  });

  it('reads price, previous close, change and percent', async () => {
    const quotes = await ask();
    expect(quotes.get('XNAS:MSFT')).toMatchObject({
      quote: {
        name: 'Microsoft',
        price: 480.5,
        previousClose: 470,
        change: 10.5,
        changePercent: 2.234,
        priceDecimals: 2,
        currency: 'USD',
        quoteUnit: null,
        delayMinutes: 20,
      },
    });
  });

  it('turns pence into pounds', async () => {
    const quotes = await ask([XLON_RIO]);
    expect(quotes.get('XLON:RIO')).toMatchObject({
      quote: { price: 49.875, previousClose: 50.5, change: -0.625, currency: 'GBP', quoteUnit: 'GBX' },
    });
  });

  it('says which market it does not cover, without asking', async () => {
    const quotes = await ask([{ mic: 'XDUB', symbol: 'RYA' }]);
    expect(codes(quotes)).toEqual(['unknown-instrument']);
    expect(server.requests).toEqual([]);
  });

  it.each<[Fault, string | string[]]>([
    ['close', 'network'],
    ['status-403', 'refused'],
    ['status-429', 'quota'],
    ['status-500', 'network'],
    ['redirect', 'bad-answer'],
    ['html', 'bad-answer'],
    ['truncated', 'bad-answer'],
    ['error-text', 'bad-answer'],
    ['huge', 'bad-answer'],
    ['empty', 'unknown-instrument'],
    ['missing', ['unknown-instrument', 'quote', 'quote']],
    ['reordered', 'quote'],
    ['unnamed', 'quote'],
    ['duplicated', 'quote'],
    ['wrong-type', 'invalid-price'],
    ['zero', 'invalid-price'],
    ['negative', 'invalid-price'],
    ['not-a-number', 'invalid-price'],
    ['not-available', 'no-price'],
    ['other-exchange', ['unknown-instrument', 'unknown-instrument', 'wrong-listing']],
    ['old', 'stale'],
    ['future', 'incomplete-quote'],
  ])('answers “%s” with %s', async (fault, expected) => {
    server.fail(fault);
    const quotes = await ask();
    expect([...quotes.keys()].sort()).toEqual(['XLON:RIO', 'XNAS:MSFT', 'XNYS:ORCL']);
    const named = ['XNAS:MSFT', 'XNYS:ORCL', 'XLON:RIO'].map(
      (name) => codes(new Map([[name, quotes.get(name)!]]))[0],
    );
    expect(named).toEqual(Array.isArray(expected) ? expected : [expected, expected, expected]);
    expect(JSON.stringify([...quotes])).not.toContain(KEY);
    const msft = quotes.get('XNAS:MSFT');
    if (msft && 'quote' in msft) expect(msft.quote.price).toBe(480.5);
  });

  describe('as of a past minute', () => {
    const AS_OF = new Date('2026-03-02T15:04:30Z');
    const askThen = (instruments = [XNAS_MSFT]) =>
      cloudquote
        .init({ apiKey: KEY, baseUrl: server.baseUrl })
        .getQuotes({ instruments, asOf: AS_OF, signal: AbortSignal.timeout(5_000) });

    it('asks for the week before it, and takes the last price that was known by then', async () => {
      expect((await askThen()).get('XNAS:MSFT')).toMatchObject({
        quote: { price: 480.5, currency: 'USD', quotedAt: new Date('2026-03-02T15:03:00Z') },
      });
      expect(server.requests).toHaveLength(1);
      const asked = new URL(server.requests[0]!.url, server.baseUrl);
      expect(asked.pathname).toBe('/fcon/getPriceTicks.json');
      expect(Object.fromEntries(asked.searchParams)).toEqual({
        symbol: 'MSFT',
        from: '2026-02-23T15:03:00.000Z',
        to: '2026-03-02T15:03:00.000Z',
      });
      expect(server.requests[0]?.authorization).toBe(`privateKey ${KEY}`);
    });

    it.each<[Fault, string]>([
      ['empty', 'no-price'],
      ['error-text', 'bad-answer'],
      ['zero', 'invalid-price'],
      ['not-a-number', 'invalid-price'],
      ['status-403', 'refused'],
    ])('answers “%s” with %s', async (fault, expected) => {
      server.fail(fault);
      expect(codes(await askThen())).toEqual([expected]);
    });

    it('can do so for listings in the United States alone', () => {
      const { answersAsOf, asOfMarkets } = cloudquote.init({ apiKey: KEY, baseUrl: server.baseUrl });
      expect(answersAsOf).toBe(true);
      expect(asOfMarkets).toContain('XNYS');
      expect(asOfMarkets).not.toContain('XLON');
    });
  });

  it('hands on how long a quota asks to wait', async () => {
    server.fail('status-429');
    expect((await ask([XNAS_MSFT])).get('XNAS:MSFT')).toMatchObject({ failure: { retryAfterMs: 60_000 } });
  });

  it('stops at the signal', async () => {
    server.fail('stall');
    const abort = new AbortController();
    const asked = ask([XNAS_MSFT], abort.signal);
    abort.abort();
    expect(codes(await asked)).toEqual(['timeout']);
    server.release();
  });
});
