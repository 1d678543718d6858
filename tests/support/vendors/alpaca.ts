import alpaca, {
  alpacaSpelling,
} from '../../../src/plugins/quote-snapshots/server/src/providers/vendors/alpaca';
import { barCloses, barStarts, lastTrade, type Fields, type Vendor, type VendorStandIn } from './vendor';
import { createVendorServer } from './vendor-server';

const ID = 'ALPACAIDTHATMUSTNOTLEAK';
const SECRET = 'alpaca-secret-that-must-not-leak';
const DAY_MS = 24 * 60 * 60_000;

const nanoseconds = (moment: Date): string => moment.toISOString().replace('Z', '114956Z');
const snapshot = (price: number, previous: number): Fields => ({
  latestTrade: { t: nanoseconds(lastTrade()), x: 'Q', p: price, s: 160, z: 'C' },
  dailyBar: { t: lastTrade().toISOString(), o: previous, h: price, l: previous, c: price, v: 1 },
  prevDailyBar: { t: new Date(Date.now() - DAY_MS).toISOString(), o: 1, h: 1, l: 1, c: previous, v: 1 },
});

/** Alpaca's market data as https://docs.alpaca.markets/reference/stocksnapshots-1 and /stockbars show it. */
export const startAlpaca = async (): Promise<VendorStandIn> => {
  const snapshots = new Map<string, Fields>([
    ['MSFT', snapshot(480.5, 470)],
    ['BRK.B', snapshot(467.05, 468)],
  ]);
  const bars = (symbol: string, query: URLSearchParams): Fields => {
    const price = (snapshots.get(symbol)?.latestTrade as { p?: number } | undefined)?.p;
    if (price === undefined) return { bars: {}, next_page_token: null };
    const closes = barCloses(price);
    const found = barStarts()
      .map((start, index) => ({ t: start.toISOString().replace('.000Z', 'Z'), c: closes[index], v: 1 }))
      .filter(({ t }) => {
        const time = Date.parse(t);
        return time >= Date.parse(query.get('start') ?? '') && time <= Date.parse(query.get('end') ?? '');
      })
      .reverse()
      .slice(0, Number(query.get('limit') ?? 1000));
    return { bars: { [symbol]: found }, next_page_token: null };
  };
  const server = await createVendorServer(
    ({ path, query, headers }) => {
      if (headers['apca-api-key-id'] !== ID || headers['apca-api-secret-key'] !== SECRET)
        return { status: 401, body: { message: 'unauthorized.' } };
      const symbols = (query.get('symbols') ?? '').split(',');
      // One symbol that it rejects costs the whole request.
      const invalid = symbols.find((symbol) => !/^[A-Z]+(?:\.[A-Z]+)?$/.test(symbol));
      if (invalid !== undefined)
        return { status: 400, body: { message: `code=400, message=invalid symbol: ${invalid}` } };
      if (path === '/v2/stocks/bars' && query.get('feed') !== 'iex')
        return { status: 403, body: { message: 'subscription does not permit querying recent SIP data' } };
      if (path === '/v2/stocks/bars') return { body: bars(symbols[0] ?? '', query) };
      if (path !== '/v2/stocks/snapshots') return { status: 404, body: { message: 'endpoint not found.' } };
      const known = symbols.filter((symbol) => snapshots.has(symbol));
      return { body: Object.fromEntries(known.map((symbol) => [symbol, snapshots.get(symbol)])) };
    },
    {
      refused: { status: 403, body: { message: 'subscription does not permit querying recent SIP data' } },
      quota: { status: 429, body: { message: 'too many requests.' } },
    },
  );
  return {
    ...server,
    say: (symbol, fields) =>
      void (fields ? snapshots.set(symbol, { ...snapshot(1, 1), ...fields }) : snapshots.delete(symbol)),
  };
};

export const ALPACA: Vendor = {
  name: 'alpaca',
  adapter: alpaca,
  spelling: alpacaSpelling,
  key: `${ID}:${SECRET}`,
  secrets: [ID, SECRET],
  start: startAlpaca,
  known: ['XNAS:MSFT', 'XNYS:BRK.B'],
  unknown: 'XNAS:NOBODY',
  uncovered: 'XLON:RIO',
  minutes: true,
};
