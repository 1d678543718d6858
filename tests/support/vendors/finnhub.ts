import finnhub, {
  finnhubSpelling,
} from '../../../src/plugins/quote-snapshots/server/src/providers/vendors/finnhub';
import { lastTrade, type Fields, type Vendor, type VendorStandIn } from './vendor';
import { createVendorServer } from './vendor-server';

const KEY = 'finnhub-key-that-must-not-leak';
const NOBODY = { c: 0, d: null, dp: null, h: 0, l: 0, o: 0, pc: 0, t: 0 };
const quote = (c: number, pc: number): Fields => ({
  c,
  d: c - pc,
  dp: ((c - pc) / pc) * 100,
  h: c,
  l: pc,
  o: pc,
  pc,
  t: lastTrade().getTime() / 1000,
});

/** Finnhub as https://finnhub.io/docs/api/quote shows it. */
export const startFinnhub = async (): Promise<VendorStandIn> => {
  const quotes = new Map<string, Fields>([
    ['MSFT', quote(480.5, 470)],
    ['BRK.B', quote(467.05, 468)],
  ]);
  const server = await createVendorServer(
    ({ path, query, headers }) => {
      if (path !== '/api/v1/quote') return { status: 404, body: '<html>404</html>' };
      if (headers['x-finnhub-token'] !== KEY) return { status: 401, body: { error: 'Invalid API key' } };
      return { body: quotes.get(query.get('symbol') ?? '') ?? NOBODY };
    },
    {
      refused: { status: 403, body: { error: "You don't have access to this resource." } },
      quota: {
        status: 429,
        body: { error: 'API limit reached. Please try again later. Remaining Limit: 0' },
      },
    },
  );
  return {
    ...server,
    say: (symbol, fields) =>
      void (fields ? quotes.set(symbol, { ...quote(1, 1), ...fields }) : quotes.delete(symbol)),
  };
};

export const FINNHUB: Vendor = {
  name: 'finnhub',
  adapter: finnhub,
  spelling: finnhubSpelling,
  key: KEY,
  secrets: [KEY],
  start: startFinnhub,
  known: ['XNAS:MSFT', 'XNYS:BRK.B'],
  unknown: 'XNAS:NOBODY',
  uncovered: 'XDUB:RYA',
  minutes: false,
};
