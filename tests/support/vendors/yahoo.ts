import yahoo, {
  yahooSpelling,
} from '../../../src/plugins/quote-snapshots/server/src/providers/vendors/yahoo';
import { barCloses, barStarts, lastTrade, type Fields, type Vendor, type VendorStandIn } from './vendor';
import { createVendorServer, type VendorAnswer, type VendorRequest } from './vendor-server';

const quote = (price: number, previous: number, exchange: string, currency: string): Fields => ({
  language: 'en-US',
  region: 'US',
  quoteType: 'EQUITY',
  typeDisp: 'Equity',
  quoteSourceName: 'Delayed Quote',
  triggerable: true,
  currency,
  exchange,
  fullExchangeName: exchange === 'LSE' ? 'LSE' : 'NasdaqGS',
  market: 'us_market',
  marketState: 'REGULAR',
  tradeable: false,
  esgPopulated: false,
  gmtOffSetMilliseconds: -18_000_000,
  exchangeTimezoneName: 'America/New_York',
  exchangeTimezoneShortName: 'EST',
  sourceInterval: 15,
  exchangeDataDelayedBy: exchange === 'LSE' ? 20 : 0,
  priceHint: 2,
  regularMarketPrice: price,
  regularMarketChange: price - previous,
  regularMarketChangePercent: ((price - previous) / previous) * 100,
  regularMarketTime: lastTrade().getTime() / 1000,
  regularMarketPreviousClose: previous,
});

// Jest runs tests in a realm of their own, and what Node's fetch returns is no Array of it: the library, which asks for
// `instanceof Array`, would find no cookies.
const { getSetCookie } = Headers.prototype;
Headers.prototype.getSetCookie = function () {
  return [...getSetCookie.call(this)];
};

/**
 * Yahoo Finance as `yahoo-finance2` speaks to it: a page that sets a cookie, a crumb, `v7/finance/quote` and
 * `v8/finance/chart`.
 */
export const startYahoo = async (): Promise<VendorStandIn> => {
  const quotes = new Map<string, Fields>([
    ['MSFT', { longName: 'Microsoft Corporation', ...quote(480.5, 470, 'NMS', 'USD') }],
    ['BRK-B', { longName: 'Berkshire Hathaway Inc.', ...quote(467.05, 468, 'NYQ', 'USD') }],
    ['RIO.L', { longName: 'Rio Tinto Group', ...quote(4987.5, 5050, 'LSE', 'GBp') }],
  ]);
  const chart = ({ path, query }: VendorRequest): VendorAnswer => {
    const symbol = path.slice('/v8/finance/chart/'.length);
    const known = quotes.get(symbol);
    if (!known) {
      const error = { code: 'Not Found', description: 'No data found, symbol may be delisted' };
      return { status: 404, body: { chart: { result: null, error } } };
    }
    const closes = barCloses(Number(known.regularMarketPrice));
    const bars = barStarts()
      .map((start, index) => ({ time: start.getTime() / 1000, close: closes[index] }))
      .filter(({ time }) => time >= Number(query.get('period1')) && time < Number(query.get('period2')));
    const column = bars.map(({ close }) => close);
    const meta = {
      currency: known.currency,
      symbol,
      exchangeName: known.exchange,
      fullExchangeName: known.fullExchangeName,
      instrumentType: 'EQUITY',
      gmtoffset: -18_000,
      timezone: 'EST',
      exchangeTimezoneName: 'America/New_York',
      regularMarketTime: known.regularMarketTime,
      regularMarketPrice: known.regularMarketPrice,
      priceHint: 2,
      dataGranularity: '1m',
      range: '',
      validRanges: ['1d'],
    };
    const indicators = {
      quote: [{ open: column, high: column, low: column, close: column, volume: column }],
    };
    return {
      body: {
        chart: { result: [{ meta, timestamp: bars.map(({ time }) => time), indicators }], error: null },
      },
    };
  };
  const server = await createVendorServer(
    (request): VendorAnswer => {
      const { path, query, headers } = request;
      if (path.startsWith('/quote/')) {
        const cookie =
          'A3=d=cookie; Expires=Fri, 31 Dec 2099 23:59:59 GMT; Domain=.yahoo.com; Path=/; Secure';
        return { headers: { 'set-cookie': cookie, 'content-type': 'text/html' }, body: '<html></html>' };
      }
      if (path === '/v1/test/getcrumb') return { headers: { 'content-type': 'text/plain' }, body: 'cRuMb' };
      if (path.startsWith('/v8/finance/chart/')) return chart(request);
      if (path !== '/v7/finance/quote') return { status: 404, body: {} };
      if (query.get('crumb') !== 'cRuMb' || !headers.cookie?.includes('A3=')) {
        const error = { code: 'Unauthorized', description: 'Invalid Crumb' };
        return { status: 401, body: { finance: { result: null, error } } };
      }
      const symbols = (query.get('symbols') ?? '').split(',');
      const result = symbols.flatMap((symbol) =>
        quotes.has(symbol) ? [{ symbol, ...quotes.get(symbol) }] : [],
      );
      return { body: { quoteResponse: { result, error: null } } };
    },
    {
      refused: {
        status: 401,
        body: { finance: { result: null, error: { code: 'Unauthorized', description: '' } } },
      },
      quota: { status: 429, headers: { 'content-type': 'text/html' }, body: 'Too Many Requests' },
    },
  );
  return {
    ...server,
    say: (symbol, fields) =>
      void (fields ? quotes.set(symbol, { ...quote(1, 1, 'NMS', 'USD'), ...fields }) : quotes.delete(symbol)),
  };
};

export const YAHOO: Vendor = {
  name: 'yahoo',
  adapter: yahoo,
  spelling: yahooSpelling,
  key: 'yahoo-has-no-key',
  secrets: [],
  start: startYahoo,
  known: ['XNAS:MSFT', 'XNYS:BRK.B', 'XLON:RIO'],
  unknown: 'XNAS:NOBODY',
  uncovered: 'XNGO:7203',
  minutes: true,
};
