import twelveData, {
  twelveDataSpelling,
} from '../../../src/plugins/quote-snapshots/server/src/providers/vendors/twelve-data';
import {
  barCloses,
  barStarts,
  lastTrade,
  onClocks,
  type Fields,
  type Vendor,
  type VendorStandIn,
} from './vendor';
import { createVendorServer, type VendorAnswer } from './vendor-server';

const KEY = 'twelve-key-that-must-not-leak';

const quote = (close: number, previous: number, currency: string, mic: string): Fields => ({
  exchange: mic === 'XLON' ? 'LSE' : 'NASDAQ',
  mic_code: mic,
  currency,
  datetime: '2026-03-02',
  timestamp: lastTrade().getTime() / 1000 - 3600,
  last_quote_at: lastTrade().getTime() / 1000,
  close: close.toFixed(5),
  previous_close: previous.toFixed(5),
  change: (close - previous).toFixed(5),
  percent_change: (((close - previous) / previous) * 100).toFixed(5),
  is_market_open: true,
});

const unknown = (symbol: string): Fields => ({
  code: 404,
  message: `**symbol** or **figi** parameter is missing or invalid: ${symbol}`,
  status: 'error',
});

/** The answer to a wrong or missing key, as the tests of https://github.com/soulgarden/twelvedata recorded it. */
const BAD_KEY: VendorAnswer = {
  status: 401,
  body: {
    code: 401,
    message:
      '**apikey** parameter is incorrect or not specified. You can get your free API key instantly following this link: https://twelvedata.com/pricing.',
    status: 'error',
  },
};

/** The answer about a symbol that the key's plan does not include: https://github.com/we-promise/sure/issues/800. */
export const NOT_IN_PLAN: VendorAnswer = {
  status: 404,
  body: {
    code: 404,
    message:
      'This symbol is available starting with Grow or Venture plan. Consider upgrading your API Key now at https://twelvedata.com/pricing',
    status: 'error',
  },
};

/** Twelve Data as https://twelvedata.com/docs shows it: quotes by `symbol`, or `symbol@mic_code` abroad. */
export const startTwelveData = async (): Promise<VendorStandIn> => {
  const quotes = new Map<string, Fields>([
    // Tokyo goes by its operator's code here.
    ['7203@XJPX', { name: 'Toyota Motor Corporation', ...quote(2500.5, 2490, 'JPY', 'XJPX') }],
    ['MSFT', { name: 'Microsoft Corporation', ...quote(480.5, 470, 'USD', 'XNGS') }],
    ['BRK.B', { name: 'Berkshire Hathaway Inc.', ...quote(467.05, 468, 'USD', 'XNYS') }],
    ['RIO@XLON', { name: 'Rio Tinto Group', ...quote(4987.5, 5050, 'GBp', 'XLON') }],
  ]);
  const series = (symbol: string, known: Fields, from: string, to: string, most: number): Fields => {
    const closes = barCloses(Number(known.close));
    const values = barStarts()
      .map((start, index) => ({ datetime: onClocks(start, 'UTC'), close: closes[index]?.toFixed(5) }))
      .filter(({ datetime }) => datetime >= from && datetime <= to)
      .reverse();
    const { currency, mic_code, exchange } = known;
    const meta = { symbol, interval: '1min', currency, exchange, mic_code, type: 'Common Stock' };
    return { meta, values: values.slice(0, most), status: 'ok' };
  };
  const server = await createVendorServer(
    ({ path, query, headers }) => {
      if (path !== '/quote' && path !== '/time_series') return { status: 404, body: unknown('') };
      if (headers.authorization !== `apikey ${KEY}`) return BAD_KEY;
      const mic = query.get('mic_code');
      const symbols = (query.get('symbol') ?? '').split(',');
      const answers = symbols.map((symbol) => {
        const known = quotes.get(mic ? `${symbol}@${mic}` : symbol);
        if (!known) return unknown(symbol);
        return path === '/quote'
          ? { symbol, ...known }
          : series(
              symbol,
              known,
              query.get('start_date') ?? '',
              query.get('end_date') ?? '9',
              Number(query.get('outputsize') ?? 30),
            );
      });
      const [only] = answers;
      if (symbols.length === 1) return { status: only && 'code' in only ? 404 : 200, body: only };
      return { body: Object.fromEntries(symbols.map((symbol, index) => [symbol, answers[index]])) };
    },
    {
      refused: BAD_KEY,
      // Seen with status 200 too.
      quota: { body: { code: 429, message: 'You have run out of API credits.', status: 'error' } },
    },
  );
  return {
    ...server,
    say: (symbol, fields) =>
      void (fields
        ? quotes.set(symbol, { ...quote(1, 1, 'USD', 'XNGS'), ...fields })
        : quotes.delete(symbol)),
  };
};

export const TWELVE_DATA: Vendor = {
  name: 'twelve-data',
  adapter: twelveData,
  spelling: twelveDataSpelling,
  key: KEY,
  secrets: [KEY],
  start: startTwelveData,
  known: ['XNAS:MSFT', 'XNYS:BRK.B', 'XLON:RIO', 'XTKS:7203'],
  unknown: 'XNAS:NOBODY',
  uncovered: 'XDUB:RYA',
  minutes: true,
};
