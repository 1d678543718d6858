import tiingo, {
  tiingoSpelling,
} from '../../../src/plugins/quote-snapshots/server/src/providers/vendors/tiingo';
import {
  barCloses,
  barStarts,
  lastTrade,
  onClocks,
  type Fields,
  type Vendor,
  type VendorStandIn,
} from './vendor';
import { createVendorServer } from './vendor-server';

const KEY = 'tiingo-token-that-must-not-leak';

/** As Tiingo writes times: on New York's clocks, with their offset, to the nanosecond. */
const newYork = (moment: Date): string => {
  const local = onClocks(moment, 'America/New_York').replace(' ', 'T');
  const hours = Math.round((Date.parse(`${local}Z`) - moment.getTime()) / 3_600_000);
  return `${local}.053159184-0${-hours}:00`;
};
const row = (last: number, prevClose: number): Fields => ({
  timestamp: newYork(lastTrade()),
  lastSaleTimestamp: newYork(lastTrade()),
  quoteTimestamp: newYork(lastTrade()),
  open: prevClose,
  high: last,
  low: prevClose,
  mid: null,
  tngoLast: last,
  last,
  lastSize: 10,
  bidSize: null,
  bidPrice: null,
  askPrice: null,
  askSize: null,
  prevClose,
  volume: 39782,
});

/** Tiingo as https://www.tiingo.com/documentation/iex shows it. */
export const startTiingo = async (): Promise<VendorStandIn> => {
  const rows = new Map<string, Fields>([
    ['MSFT', row(480.5, 470)],
    ['BRK-B', row(467.05, 468)],
  ]);
  const server = await createVendorServer(
    ({ path, query, headers }) => {
      if (headers.authorization !== `Token ${KEY}`)
        return { status: 403, body: { detail: 'Invalid token.' } };
      const [, ticker = ''] = /^\/iex\/([^/]+)\/prices$/.exec(path) ?? [];
      if (ticker) {
        const known = rows.get(ticker);
        if (!known) return { status: 404, body: { detail: 'Not found.' } };
        const closes = barCloses(Number(known.last));
        const days = [query.get('startDate') ?? '', query.get('endDate') ?? '9'] as const;
        const bars = barStarts().map((start, index) => ({ date: start.toISOString(), close: closes[index] }));
        return {
          body: bars.filter(({ date }) => date.slice(0, 10) >= days[0] && date.slice(0, 10) <= days[1]),
        };
      }
      if (path !== '/iex/') return { status: 404, body: { detail: 'Not found.' } };
      const tickers = (query.get('tickers') ?? '').split(',');
      return { body: tickers.flatMap((one) => (rows.has(one) ? [{ ticker: one, ...rows.get(one) }] : [])) };
    },
    {
      refused: { status: 403, body: { detail: 'Please supply a token' } },
      quota: { status: 429, body: { detail: 'You have run over your hourly request allocation.' } },
    },
  );
  return {
    ...server,
    say: (ticker, fields) =>
      void (fields ? rows.set(ticker, { ...row(1, 1), ...fields }) : rows.delete(ticker)),
  };
};

export const TIINGO: Vendor = {
  name: 'tiingo',
  adapter: tiingo,
  spelling: tiingoSpelling,
  key: KEY,
  secrets: [KEY],
  start: startTiingo,
  known: ['XNAS:MSFT', 'XNYS:BRK.B'],
  unknown: 'XNAS:NOBODY',
  uncovered: 'XLON:RIO',
  minutes: true,
};
