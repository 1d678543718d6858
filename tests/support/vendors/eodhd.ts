import eodhd, {
  eodhdSpelling,
} from '../../../src/plugins/quote-snapshots/server/src/providers/vendors/eodhd';
import { barCloses, barStarts, lastTrade, type Fields, type Vendor, type VendorStandIn } from './vendor';
import { createVendorServer } from './vendor-server';

const KEY = 'eodhd-token-that-must-not-leak';

const row = (close: number, previousClose: number): Fields => ({
  timestamp: lastTrade().getTime() / 1000,
  gmtoffset: 0,
  open: previousClose,
  high: close,
  low: previousClose,
  close,
  volume: 1000,
  previousClose,
  change: close - previousClose,
  change_p: ((close - previousClose) / previousClose) * 100,
});
const NOTHING = Object.fromEntries(
  Object.keys(row(1, 1)).map((field) => [field, field === 'gmtoffset' ? 0 : 'NA']),
);

/** EODHD as https://eodhd.com/financial-apis/live-realtime-stocks-api and its intraday page show it. */
export const startEodhd = async (): Promise<VendorStandIn> => {
  const rows = new Map<string, Fields>([
    ['MSFT.US', row(480.5, 470)],
    ['BRK-B.US', row(467.05, 468)],
    ['7203.TSE', row(2500, 2490)],
    ['CSL.AU', row(266.1, 260)],
  ]);
  const server = await createVendorServer(
    ({ path, query }) => {
      if (query.get('api_token') !== KEY || query.get('fmt') !== 'json')
        return { status: 401, body: 'Unauthenticated' };
      const [, service, code = ''] = /^\/api\/(real-time|intraday)\/([^/]+)$/.exec(path) ?? [];
      const known = rows.get(code);
      if (service === 'intraday') {
        if (!known) return { status: 404, body: 'Ticker Not Found.' };
        const closes = barCloses(Number(known.close));
        const bars = barStarts()
          .map((start, index) => ({ timestamp: start.getTime() / 1000, gmtoffset: 0, close: closes[index] }))
          .filter(
            ({ timestamp }) => timestamp >= Number(query.get('from')) && timestamp <= Number(query.get('to')),
          );
        return { body: bars };
      }
      if (service !== 'real-time') return { status: 404, body: 'Not Found' };
      const others = query.get('s')?.split(',') ?? [];
      const answers = [code, ...others].map((one) => ({ code: one, ...(rows.get(one) ?? NOTHING) }));
      return { body: others.length > 0 ? answers : answers[0] };
    },
    {
      refused: { status: 403, body: 'Forbidden. Please contact support@eodhistoricaldata.com' },
      quota: { status: 429, body: 'Too Many Requests' },
    },
  );
  return {
    ...server,
    say: (code, fields) => void (fields ? rows.set(code, { ...row(1, 1), ...fields }) : rows.delete(code)),
  };
};

export const EODHD: Vendor = {
  name: 'eodhd',
  adapter: eodhd,
  spelling: eodhdSpelling,
  key: KEY,
  plan: { perMinute: 75, perDay: 0 },
  secrets: [KEY],
  start: startEodhd,
  known: ['XNAS:MSFT', 'XNYS:BRK.B', 'XASX:CSL'],
  unknown: 'XNAS:NOBODY',
  uncovered: 'XTKS:7203',
  minutes: true,
};
