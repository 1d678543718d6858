import fmp, { fmpSpelling } from '../../../src/plugins/quote-snapshots/server/src/providers/vendors/fmp';
import { lastTrade, type Fields, type Vendor, type VendorStandIn } from './vendor';
import { createVendorServer } from './vendor-server';

const KEY = 'fmp-key-that-must-not-leak';

const row = (price: number, previousClose: number, exchange: string): Fields => ({
  price,
  changePercentage: ((price - previousClose) / previousClose) * 100,
  change: price - previousClose,
  volume: 1000,
  exchange,
  open: previousClose,
  previousClose,
  timestamp: lastTrade().getTime() / 1000,
});

/** Financial Modeling Prep as https://site.financialmodelingprep.com/developer/docs/stable/batch-quote shows it. */
export const startFmp = async (): Promise<VendorStandIn> => {
  const rows = new Map<string, Fields>([
    ['MSFT', { name: 'Microsoft Corporation', ...row(480.5, 470, 'NASDAQ') }],
    ['BRK-B', { name: 'Berkshire Hathaway Inc.', ...row(467.05, 468, 'NYSE') }],
    ['CSL.AX', { name: 'CSL Limited', ...row(266.1, 260, 'ASX') }],
  ]);
  const server = await createVendorServer(
    ({ path, query, headers }) => {
      if (headers.apikey !== KEY) return { status: 401, body: { 'Error Message': 'Invalid API KEY.' } };
      if (path !== '/stable/batch-quote' && path !== '/stable/quote') return { status: 404, body: [] };
      const symbols =
        path === '/stable/quote' ? [query.get('symbol') ?? ''] : (query.get('symbols') ?? '').split(',');
      return {
        body: symbols.flatMap((symbol) => (rows.has(symbol) ? [{ symbol, ...rows.get(symbol) }] : [])),
      };
    },
    {
      // Of an endpoint that a plan lacks, with status 200 on some days.
      refused: { body: { 'Error Message': 'Exclusive Endpoint: upgrade your plan.' } },
      quota: { status: 429, body: { 'Error Message': 'Limit Reach. Please upgrade your plan.' } },
    },
  );
  return {
    ...server,
    say: (symbol, fields) =>
      void (fields ? rows.set(symbol, { ...row(1, 1, 'NASDAQ'), ...fields }) : rows.delete(symbol)),
  };
};

export const FMP: Vendor = {
  name: 'fmp',
  adapter: fmp,
  spelling: fmpSpelling,
  key: KEY,
  secrets: [KEY],
  start: startFmp,
  known: ['XNAS:MSFT', 'XNYS:BRK.B', 'XASX:CSL'],
  unknown: 'XNAS:NOBODY',
  uncovered: 'XDUB:RYA',
  minutes: false,
};
