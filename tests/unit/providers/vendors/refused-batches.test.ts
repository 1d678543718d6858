import { parseInstrument } from '../../../../src/plugins/quote-snapshots/server/src/instruments/instrument';
import cloudquote from '../../../../src/plugins/quote-snapshots/server/src/providers/vendors/cloudquote';
import { useVendor, codes } from '../../../support/vendors/asking';
import { ALPACA } from '../../../support/vendors/alpaca';
import { EODHD } from '../../../support/vendors/eodhd';
import { FMP } from '../../../support/vendors/fmp';
import { MASSIVE } from '../../../support/vendors/massive';
import { TIINGO } from '../../../support/vendors/tiingo';
import { TWELVE_DATA } from '../../../support/vendors/twelve-data';
import { createVendorServer } from '../../../support/vendors/vendor-server';
import { YAHOO } from '../../../support/vendors/yahoo';

const BATCHES = [ALPACA, EODHD, FMP, MASSIVE, TIINGO, TWELVE_DATA, YAHOO];

/** How vendors refuse a request: naming nothing. */
const REFUSALS = [
  { status: 400, body: { message: 'bad request' } },
  { status: 404, body: { message: 'Ticker not found.' } },
  { status: 422, body: { error: 'unprocessable' } },
] as const;

describe('cloudquote', () => {
  it('does not let a symbol that it refuses cost the others', async () => {
    const rows = (symbols: string[]) =>
      symbols.map((Symbol) => ({
        Symbol,
        Price: 480.5,
        NominalCurrencyCode: 'USD',
        LastTradeTime: Date.now() - 1000,
      }));
    const server = await createVendorServer(
      ({ query }) => {
        const symbols = (query.get('symbol') ?? '').split(',');
        return symbols.includes('POISON')
          ? { status: 400, body: 'Bad Request' }
          : { body: { rows: rows(symbols) } };
      },
      { refused: { body: {} }, quota: { body: {} } },
    );
    const names = ['XNAS:MSFT', 'XNYS:POISON', 'XNYS:BRK.B'];
    const outcomes = await cloudquote
      .init({ apiKey: 'a-key', baseUrl: server.baseUrl })
      .getQuotes({ instruments: names.map(parseInstrument), signal: AbortSignal.timeout(5_000) });
    expect(codes(outcomes, names)).toEqual(['quote', 'bad-answer', 'quote']);
    await server.close();
  });
});

describe.each(BATCHES.map((vendor) => [vendor.name, vendor] as const))('%s', (_name, vendor) => {
  const standIn = useVendor(vendor);
  const names = ['XNAS:MSFT', 'XNYS:POISON', 'XNYS:BRK.B', 'XNAS:NOBODY'];

  it.each(REFUSALS)('does not let a symbol that it refuses with $status cost the others', async (refusal) => {
    standIn.server.record(({ path, query }) =>
      `${path}?${query.toString()}`.includes('POISON') ? refusal : undefined,
    );
    const outcomes = await standIn.ask(names);
    const [msft, poison, brk, nobody] = codes(outcomes, names);
    expect([msft, brk, nobody]).toEqual(['quote', 'quote', 'unknown-instrument']);
    expect(['unknown-instrument', 'bad-answer']).toContain(poison);
    expect(standIn.server.requests.length).toBeLessThan(12);
  });
});
