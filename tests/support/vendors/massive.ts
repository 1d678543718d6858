import massive, {
  massiveSpelling,
} from '../../../src/plugins/quote-snapshots/server/src/providers/vendors/massive';
import { barCloses, barStarts, lastTrade, type Fields, type Vendor, type VendorStandIn } from './vendor';
import { createVendorServer } from './vendor-server';

const KEY = 'massive-key-that-must-not-leak';

const result = (price: number, previous: number): Fields => ({
  type: 'stocks',
  market_status: 'open',
  session: {
    price,
    change: price - previous,
    change_percent: ((price - previous) / previous) * 100,
    close: price,
    previous_close: previous,
  },
  last_trade: {
    price,
    size: 1,
    exchange: 4,
    timeframe: 'DELAYED',
    last_updated: lastTrade().getTime() * 1_000_000,
  },
});

/** Massive as https://massive.com/docs/rest/stocks shows it: unified snapshot and custom bars. */
export const startMassive = async (): Promise<VendorStandIn> => {
  const results = new Map<string, Fields>([
    ['MSFT', { name: 'Microsoft Corporation', ...result(480.5, 470) }],
    ['BRK.B', { name: 'Berkshire Hathaway Inc.', ...result(467.05, 468) }],
  ]);
  const aggregates = (ticker: string, from: number, to: number, most: number): Fields => {
    const price = (results.get(ticker)?.session as { price?: number } | undefined)?.price;
    const closes = price === undefined ? [] : barCloses(price);
    const bars = barStarts()
      .map((start, index) => ({ t: start.getTime(), c: closes[index], v: 1, n: 1 }))
      .filter(({ t, c }) => c !== undefined && t >= from && t <= to)
      .reverse()
      .slice(0, most);
    return { ticker, status: 'OK', resultsCount: bars.length, ...(bars.length > 0 ? { results: bars } : {}) };
  };
  const server = await createVendorServer(
    ({ path, query, headers }) => {
      if (headers.authorization !== `Bearer ${KEY}`)
        return { status: 401, body: { status: 'ERROR', error: 'Unknown API Key' } };
      const range = /^\/v2\/aggs\/ticker\/([^/]+)\/range\/1\/minute\/(\d+)\/(\d+)$/.exec(path);
      if (range) {
        const [, ticker = '', from, to] = range;
        return { body: aggregates(ticker, Number(from), Number(to), Number(query.get('limit') ?? 5000)) };
      }
      if (path !== '/v3/snapshot') return { status: 404, body: { status: 'ERROR' } };
      const tickers = (query.get('ticker.any_of') ?? '').split(',');
      const found = tickers.map((ticker) => {
        const known = results.get(ticker);
        return known ? { ticker, ...known } : { error: 'NOT_FOUND', message: 'Ticker not found.', ticker };
      });
      return { body: { status: 'OK', results: found.slice(0, Number(query.get('limit') ?? 10)) } };
    },
    {
      refused: {
        status: 403,
        body: { status: 'NOT_AUTHORIZED', message: 'You are not entitled to this data.' },
      },
      quota: {
        status: 429,
        body: { status: 'ERROR', error: 'You have exceeded the maximum requests per minute.' },
      },
    },
  );
  return {
    ...server,
    say: (ticker, fields) =>
      void (fields ? results.set(ticker, { ...result(1, 1), ...fields }) : results.delete(ticker)),
  };
};

export const MASSIVE: Vendor = {
  name: 'massive',
  adapter: massive,
  spelling: massiveSpelling,
  key: KEY,
  secrets: [KEY],
  start: startMassive,
  known: ['XNAS:MSFT', 'XNYS:BRK.B'],
  unknown: 'XNAS:NOBODY',
  uncovered: 'XLON:RIO',
  minutes: true,
};
