import { z } from 'zod';
import type { ProviderModule } from '../quote-provider';
import type { RawAnswer, RawAnswers, SymbolBatch } from '../batches/raw-answers';
import { requestBatch, requestEach } from '../batches/request-batch';
import { fetchJson, vendorUrl } from '../http/fetch-json';
import { lenient, lenientList, unvalidated } from '../http/lenient-schema';
import { refusalInJson } from '../http/refusal-texts';
import { requireKey } from '../http/require-key';
import { failure } from '../market-data/failure';
import { barWindow, priceAsOf } from '../market-data/minute-bars';
import { readFigure, readOptionalFigure } from '../market-data/read-figure';
import { parseIso } from '../market-data/read-time';
import { bare, US_EXCHANGES, type SymbolSpelling } from '../market-data/symbol-spelling';
import { lastWeekday, sameDay } from '../market-data/us-session';
import { planLimits } from '../quotas/plan-limits';

const NAME = 'tiingo';
const BASE_URL = 'https://api.tiingo.com';

/** https://www.tiingo.com/documentation/appendix/symbology: no dots, and `SPG-P-J` for a preferred share. */
export const tiingoSpelling: SymbolSpelling = {
  separator: '-',
  preferred: '-P-',
  units: '-U',
  warrants: '-WS',
  rights: '-RT',
  markets: bare(US_EXCHANGES),
};

const row = z.object({
  ticker: z.string(),
  tngoLast: unvalidated,
  last: unvalidated,
  prevClose: unvalidated,
  timestamp: lenient(z.string()),
  lastSaleTimestamp: lenient(z.string()),
});
const rows = lenientList(row);
const prices = z.array(z.object({ date: unvalidated, close: unvalidated }));

/**
 * The last sale with its time; if there is none, Tiingo's own price, which it computes from bid and ask. `prevClose` belongs to the
 * day before `timestamp`. So it is not the previous close for a sale on an earlier day (before the open, or for a share that is
 * seldom traded on IEX).
 */
const readRow = (given: z.infer<typeof row>): RawAnswer => {
  const soldAt = readOptionalFigure(given.last) === null ? null : parseIso(given.lastSaleTimestamp);
  const statedAt = parseIso(given.timestamp);
  const isOfToday = !soldAt || !statedAt || sameDay(soldAt, lastWeekday(statedAt));
  return {
    price: readFigure(soldAt ? given.last : (given.tngoLast ?? given.last)),
    previousClose: isOfToday ? readOptionalFigure(given.prevClose) : null,
    quotedAt: soldAt ?? statedAt,
    delayMinutes: 0,
  };
};

interface Connection {
  baseUrl: string;
  headers: Record<string, string>;
  now: () => Date;
}

const sendSymbols = async (
  { baseUrl, headers, now }: Connection,
  batch: SymbolBatch,
  signal: AbortSignal,
): Promise<RawAnswers> => {
  const url = vendorUrl(baseUrl, '/iex/', { tickers: [...batch.keys()].join(',') });
  const response = await fetchJson(url, { headers, signal, now });
  if ('failure' in response) return response.failure;
  const parsed = rows.safeParse(response.json);
  if (!parsed.success)
    return (
      refusalInJson(response.json) ?? failure('bad-answer', "The provider's answer has no list of quotes.")
    );
  return new Map(
    parsed.data.flatMap((given) => (given ? [[given.ticker.toUpperCase(), readRow(given)] as const] : [])),
  );
};

const requestPriceAsOf = async (
  { baseUrl, headers, now }: Connection,
  symbol: string,
  asOf: Date,
  signal: AbortSignal,
): Promise<RawAnswer> => {
  const { from, to } = barWindow(asOf);
  const url = vendorUrl(baseUrl, `/iex/${encodeURIComponent(symbol)}/prices`, {
    startDate: from.toISOString().slice(0, 10),
    endDate: to.toISOString().slice(0, 10),
    resampleFreq: '1min',
    columns: 'close',
  });
  const response = await fetchJson(url, { headers, signal, unknownOn404: true, now });
  if ('failure' in response) return response.failure;
  const parsed = prices.safeParse(response.json);
  if (!parsed.success)
    return refusalInJson(response.json) ?? failure('bad-answer', "The provider's answer has no prices.");
  return priceAsOf(
    parsed.data.map(({ date, close }) => ({ start: parseIso(date), close })),
    asOf,
  );
};

/**
 * Tiingo, IEX endpoints: https://www.tiingo.com/documentation/iex, caps: https://www.tiingo.com/about/pricing (1,000 calls
 * a day; the 50 an hour of the free plan are not kept here, the vendor's refusal pauses the provider). Prices are of IEX
 * alone, of exchanges of the United States. An unknown ticker is left out. A spent quota comes with status 200, as plain
 * text or as `detail`.
 */
const tiingo: ProviderModule = {
  init({ apiKey, baseUrl = BASE_URL, perMinute, perDay, licence = 'internal', now = () => new Date() }) {
    const headers = { authorization: `Token ${requireKey(NAME, apiKey)}` };
    const connection: Connection = { baseUrl, headers, now };
    const vendor = { name: NAME, spelling: tiingoSpelling, statesCurrency: false, now };
    return {
      name: NAME,
      attribution: 'Quotes by Tiingo, from IEX.',
      licence,
      delayMinutes: 0,
      // Not documented. A hundred tickers stay far below any limit on a URL's length.
      maxBatch: 100,
      limits: planLimits('request', { perMinute, perDay }, { perDay: 1000 }),
      answersAsOf: true,
      maxBatchAsOf: 1,
      getQuotes: (request) => {
        const { asOf, signal } = request;
        return asOf
          ? requestEach(vendor, request, (symbol) => requestPriceAsOf(connection, symbol, asOf, signal))
          : requestBatch(vendor, request, (batch) => sendSymbols(connection, batch, signal));
      },
    };
  },
};

export default tiingo;
