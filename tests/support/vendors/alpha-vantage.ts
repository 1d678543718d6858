import alphaVantage, {
  alphaVantageSpelling,
} from '../../../src/plugins/quote-snapshots/server/src/providers/vendors/alpha-vantage';
import { barCloses, barStarts, onClocks, type Fields, type Vendor, type VendorStandIn } from './vendor';
import { createVendorServer } from './vendor-server';

const KEY = 'ALPHAKEYTHATMUSTNOTLEAK';
const ZONE = 'America/New_York';
const DAY_MS = 24 * 60 * 60_000;

const quote = (price: number, previous: number): Fields => ({
  '02. open': previous.toFixed(4),
  '05. price': price.toFixed(4),
  '06. volume': '21000000',
  '07. latest trading day': onClocks(new Date(Date.now() - DAY_MS), ZONE).slice(0, 10),
  '08. previous close': previous.toFixed(4),
  '09. change': (price - previous).toFixed(4),
  '10. change percent': `${(((price - previous) / previous) * 100).toFixed(4)}%`,
});

/** Alpha Vantage, where `whole` stands for an answer in place of a quote's fields, as https://www.alphavantage.co/documentation/ shows it. */
export const startAlphaVantage = async (): Promise<VendorStandIn> => {
  const quotes = new Map<string, Fields>([
    ['MSFT', quote(480.5, 470)],
    ['BRK-B', quote(467.05, 468)],
  ]);
  const minutes = (symbol: string, month: string | null): Fields => {
    const known = quotes.get(symbol);
    if (!known) return { 'Error Message': 'Invalid API call. Please retry or visit the documentation.' };
    const closes = barCloses(Number(known['05. price']));
    const bars = barStarts().map((start, index): [string, Fields] => [
      onClocks(start, ZONE),
      { '1. open': '1.0000', '4. close': closes[index]?.toFixed(4), '5. volume': '10' },
    ]);
    return {
      'Meta Data': { '2. Symbol': symbol, '4. Interval': '1min', '6. Time Zone': 'US/Eastern' },
      'Time Series (1min)': Object.fromEntries(bars.filter(([start]) => start.startsWith(month ?? ''))),
    };
  };
  const server = await createVendorServer(
    ({ path, query }) => {
      if (path !== '/query') return { status: 404, body: '<html>404</html>' };
      const symbol = query.get('symbol') ?? '';
      if (query.get('apikey') !== KEY)
        return { body: { 'Error Message': 'the parameter apikey is invalid or missing.' } };
      if (query.get('function') === 'TIME_SERIES_INTRADAY')
        return { body: minutes(symbol, query.get('month')) };
      const known = quotes.get(symbol);
      if (known && 'whole' in known) return { body: known.whole };
      return { body: { 'Global Quote': known ? { '01. symbol': symbol, ...known } : {} } };
    },
    {
      refused: { body: { 'Error Message': 'the parameter apikey is invalid or missing.' } },
      quota: {
        body: {
          Information: 'Our standard API rate limit is 25 requests per day. Please subscribe to premium.',
        },
      },
    },
  );
  return {
    ...server,
    say: (symbol, fields) =>
      void (fields ? quotes.set(symbol, { ...quote(1, 1), ...fields }) : quotes.delete(symbol)),
  };
};

export const ALPHA_VANTAGE: Vendor = {
  name: 'alpha-vantage',
  adapter: alphaVantage,
  spelling: alphaVantageSpelling,
  key: KEY,
  plan: { perMinute: 75, perDay: 0 },
  secrets: [KEY],
  start: startAlphaVantage,
  known: ['XNAS:MSFT', 'XNYS:BRK.B'],
  unknown: 'XNAS:NOBODY',
  uncovered: 'XPAR:MC',
  minutes: true,
};
