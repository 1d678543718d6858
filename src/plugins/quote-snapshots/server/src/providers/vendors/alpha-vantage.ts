import { z } from 'zod';
import type { Instrument } from '../../instruments/instrument';
import type { ProviderModule, QuoteRequest } from '../quote-provider';
import type { RawAnswer } from '../batches/raw-answers';
import { chargeQuota, requestEach } from '../batches/request-batch';
import { fetchJson, vendorUrl, type JsonAnswer } from '../http/fetch-json';
import { unvalidated } from '../http/lenient-schema';
import { refusalInJson } from '../http/refusal-texts';
import { requireKey } from '../http/require-key';
import { failure } from '../market-data/failure';
import { barWindow, priceAsOf, type MinuteBar } from '../market-data/minute-bars';
import type { QuoteFailure } from '../market-data/quote';
import { readFigure, readOptionalFigure } from '../market-data/read-figure';
import { parseLocal } from '../market-data/read-time';
import { sessionClose } from '../market-data/session-close';
import { bare, suffixed, US_EXCHANGES, US_OTC, type SymbolSpelling } from '../market-data/symbol-spelling';
import { isPaidPlan, planLimits } from '../quotas/plan-limits';
import { requestInterval, waitForTurn, type RequestInterval } from '../quotas/request-interval';

const NAME = 'alpha-vantage';
const BASE_URL = 'https://www.alphavantage.co';
const DELAY_MINUTES = 15;

/** Classes and preferred shares as in its `LISTING_STATUS` (`BRK-B`, `BAC-P-L`), markets as in its documentation of `symbol`. */
export const alphaVantageSpelling: SymbolSpelling = {
  separator: '-',
  preferred: '-P-',
  units: '-U',
  warrants: '-WS',
  rights: '-R',
  markets: {
    ...bare([...US_EXCHANGES, ...US_OTC]),
    ...suffixed({
      XLON: '.LON',
      AIMX: '.LON',
      XTSE: '.TRT',
      XTSX: '.TRV',
      XETR: '.DEX',
      XBOM: '.BSE',
      XSHG: '.SHH',
      XSHE: '.SHZ',
    }),
  },
};

const body = z.record(z.string(), z.unknown());
const bars = z.record(z.string(), z.object({ '4. close': unvalidated }));

/**
 * A used-up quota, a plan without a service, a wrong key and an invalid symbol all come with status 200 and a text, in a field
 * whose name means little. A `Note` or an `Information` with an unknown text counts as a used-up quota.
 */
const refusalIn = (json: Readonly<Record<string, unknown>>): QuoteFailure =>
  refusalInJson(json) ??
  ('Note' in json || 'Information' in json
    ? failure('quota', "The provider's quota is used up, or the plan of its key does not include this.")
    : failure('refused', 'The provider did not take the request: its key is missing or wrong.'));

/**
 * Free keys may send one request a second. A request that comes sooner is refused and counted:
 * https://github.com/finance-quote/finance-quote/issues/546. Requests may arrive closer together than they were sent, so 200 ms are
 * added.
 */
const REQUEST_INTERVAL_MS = 1_200;

interface Connection {
  baseUrl: string;
  key: string;
  now: () => Date;
  interval: RequestInterval;
}

const query = async (
  { baseUrl, key, now, interval }: Connection,
  parameters: Record<string, string>,
  signal: AbortSignal,
): Promise<JsonAnswer> => {
  if (!(await waitForTurn(interval, signal)))
    return { failure: failure('timeout', 'The request was not sent in time: others were before it.') };
  return fetchJson(vendorUrl(baseUrl, '/query', { ...parameters, apikey: key }), { signal, now });
};

const requestQuote = async (
  connection: Connection,
  symbol: string,
  { mic }: Instrument,
  signal: AbortSignal,
): Promise<RawAnswer | undefined> => {
  const response = await query(connection, { function: 'GLOBAL_QUOTE', symbol }, signal);
  if ('failure' in response) return response.failure;
  const parsed = body.safeParse(response.json);
  if (!parsed.success) return failure('bad-answer', "The provider's answer has no quote.");
  // The field is “Global Quote - DATA DELAYED BY 15 MINUTES” with some plans.
  const [, given] = Object.entries(parsed.data).find(([field]) => field.startsWith('Global Quote')) ?? [];
  const quote = body.safeParse(given).data;
  // For an unknown symbol the quote, or the whole answer, is an empty object.
  if (!quote) return Object.keys(parsed.data).length === 0 ? undefined : refusalIn(parsed.data);
  if (Object.keys(quote).length === 0) return undefined;
  const now = connection.now();
  const close = sessionClose(mic, quote['07. latest trading day']);
  const isClosed = close !== null && close <= now;
  return {
    price: readFigure(quote['05. price']),
    previousClose: readOptionalFigure(quote['08. previous close']),
    change: readOptionalFigure(quote['09. change']),
    changePercent: readOptionalFigure(quote['10. change percent']),
    // While the session is open, only the stated delay says how old the price is at least.
    quotedAt: close && !isClosed ? new Date(now.getTime() - DELAY_MINUTES * 60_000) : close,
    marketState: isClosed ? 'closed' : 'unknown',
    delayMinutes: DELAY_MINUTES,
  };
};

const requestMonth = async (
  connection: Connection,
  symbol: string,
  month: string,
  signal: AbortSignal,
): Promise<MinuteBar[] | QuoteFailure> => {
  const response = await query(
    connection,
    {
      function: 'TIME_SERIES_INTRADAY',
      symbol,
      interval: '1min',
      // Prices as they were paid then, without adjustment for later splits.
      adjusted: 'false',
      // Live quotes are of the regular session.
      extended_hours: 'false',
      outputsize: 'full',
      month,
    },
    signal,
  );
  if ('failure' in response) return response.failure;
  const parsed = body.safeParse(response.json);
  if (!parsed.success) return failure('bad-answer', "The provider's answer has no prices.");
  const series = bars.safeParse(parsed.data['Time Series (1min)']);
  if (!series.success) return refusalIn(parsed.data);
  const zone = body.safeParse(parsed.data['Meta Data']).data?.['6. Time Zone'];
  // The documentation names this zone for all of its intraday series, and the answer repeats it.
  const clocks =
    typeof zone === 'string' && /^[A-Za-z]+\/[A-Za-z_/]+$/.test(zone) ? zone : 'America/New_York';
  return Object.entries(series.data).map(([start, bar]) => ({
    start: parseLocal(start, clocks),
    close: bar['4. close'],
  }));
};

const requestPriceAsOf = async (
  connection: Connection,
  symbol: string,
  instrument: Instrument,
  request: QuoteRequest & { asOf: Date },
): Promise<RawAnswer> => {
  const { asOf, signal } = request;
  const { from, to } = barWindow(asOf);
  const [month = '', before] = new Set([to, from].map((moment) => moment.toISOString().slice(0, 7)));
  const minutes = await requestMonth(connection, symbol, month, signal);
  if (!Array.isArray(minutes)) return minutes;
  const price = priceAsOf(minutes, asOf);
  // In the first days of a month the last price may be from the month before.
  if (before === undefined || !('code' in price)) return price;
  const denied = await chargeQuota(request, [instrument]);
  if (denied) return denied;
  const earlier = await requestMonth(connection, symbol, before, signal);
  return Array.isArray(earlier) ? priceAsOf(earlier, asOf) : earlier;
};

/**
 * Alpha Vantage, `GLOBAL_QUOTE` and `TIME_SERIES_INTRADAY`: https://www.alphavantage.co/documentation/, caps:
 * https://www.alphavantage.co/support/ (25 calls a day). It takes one symbol a request, and the key in the query alone.
 * All figures are strings. A quote is of the end of a day: that is all that is said of its time. Minute prices, a month at
 * once, come with paid plans.
 */
const alphaVantage: ProviderModule = {
  init({ apiKey, baseUrl = BASE_URL, perMinute, perDay, licence = 'internal', now = () => new Date() }) {
    const isPaid = isPaidPlan({ perMinute, perDay });
    const connection: Connection = {
      baseUrl,
      key: requireKey(NAME, apiKey),
      now,
      interval: requestInterval(isPaid ? 0 : REQUEST_INTERVAL_MS),
    };
    const vendor = { name: NAME, spelling: alphaVantageSpelling, statesCurrency: false, now };
    return {
      name: NAME,
      attribution: 'Quotes by Alpha Vantage.',
      licence,
      delayMinutes: DELAY_MINUTES,
      maxBatch: 1,
      limits: planLimits('request', { perMinute, perDay }, { perDay: 25 }),
      // A free key would be refused, and the request would be counted.
      answersAsOf: isPaid,
      getQuotes: (request) => {
        const { asOf, signal } = request;
        return requestEach(vendor, request, (symbol, instrument) =>
          asOf
            ? requestPriceAsOf(connection, symbol, instrument, { ...request, asOf })
            : requestQuote(connection, symbol, instrument, signal),
        );
      },
    };
  },
};

export default alphaVantage;
