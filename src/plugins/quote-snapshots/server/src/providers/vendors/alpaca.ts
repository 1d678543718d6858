import { z } from 'zod';
import type { Instrument } from '../../instruments/instrument';
import type { ProviderModule, QuoteRequest } from '../quote-provider';
import type { RawAnswer, RawAnswers, SymbolBatch } from '../batches/raw-answers';
import { chargeQuota, requestBatch, requestEach } from '../batches/request-batch';
import { fetchJson, vendorUrl } from '../http/fetch-json';
import { lenient, unvalidated } from '../http/lenient-schema';
import { refusalInJson } from '../http/refusal-texts';
import { requireKeyPair } from '../http/require-key';
import { failure } from '../market-data/failure';
import { barWindow, priceAsOf } from '../market-data/minute-bars';
import { readFigure, readOptionalFigure } from '../market-data/read-figure';
import { parseIso } from '../market-data/read-time';
import { DOTTED, bare, US_EXCHANGES, type SymbolSpelling } from '../market-data/symbol-spelling';
import { closingTime, isAfterHours, sameDay } from '../market-data/us-session';
import { isPaidPlan, planLimits } from '../quotas/plan-limits';

const NAME = 'alpaca';
const BASE_URL = 'https://data.alpaca.markets';

export const alpacaSpelling: SymbolSpelling = {
  ...DOTTED,
  markets: bare(US_EXCHANGES),
};

const bar = z.object({ t: unvalidated, c: unvalidated });
const snapshot = z.object({
  latestTrade: lenient(z.object({ t: unvalidated, p: unvalidated, c: lenient(z.array(z.string())) })),
  dailyBar: lenient(bar),
  prevDailyBar: lenient(bar),
});
const bars = z.object({ bars: z.record(z.string(), z.array(bar).nullable()).nullish() });
type Snapshot = z.infer<typeof snapshot>;

/** Sale conditions of trades outside the regular session: in sequence (T) and late (U), https://www.ctaplan.com. */
const EXTENDED: ReadonlySet<string> = new Set(['T', 'U']);

/**
 * After hours the price is the regular session's close, with its own time and change, from the daily bar: trades in the evening do
 * not change it. Before the open the daily bar is still that of the last session, whose close is the previous close of the
 * morning's trades.
 */
const readSnapshot = ({ latestTrade, dailyBar, prevDailyBar }: Snapshot): RawAnswer => {
  const tradedAt = parseIso(latestTrade?.t);
  const barDay = parseIso(dailyBar?.t);
  const extended = latestTrade?.c?.some((condition) => EXTENDED.has(condition)) === true;
  const close = readOptionalFigure(dailyBar?.c);
  if (tradedAt && barDay && close !== null && isAfterHours(tradedAt, extended)) {
    return {
      price: close,
      previousClose: readOptionalFigure(prevDailyBar?.c),
      quotedAt: closingTime(barDay, tradedAt, extended),
      delayMinutes: 0,
    };
  }
  const isNewDay = tradedAt !== null && barDay !== null && barDay < tradedAt && !sameDay(barDay, tradedAt);
  return {
    price: readFigure(latestTrade?.p),
    previousClose: readOptionalFigure((isNewDay ? dailyBar : prevDailyBar)?.c),
    quotedAt: tradedAt,
    delayMinutes: 0,
  };
};

interface Connection {
  baseUrl: string;
  headers: Record<string, string>;
  now: () => Date;
  /** The feed for past minutes; undefined for the best one of the plan. */
  feed: 'iex' | undefined;
}

/** The snapshots by symbol. Older responses have them in a field of that name. */
const readSnapshots = (json: unknown): Record<string, unknown> | undefined => {
  const bySymbol = z.record(z.string(), z.unknown());
  const parsed = bySymbol.safeParse(json).data;
  return bySymbol.safeParse(parsed?.snapshots).data ?? parsed;
};

const requestSnapshots = async (
  { baseUrl, headers, now }: Connection,
  batch: SymbolBatch,
  signal: AbortSignal,
): Promise<RawAnswers> => {
  const url = vendorUrl(baseUrl, '/v2/stocks/snapshots', { symbols: [...batch.keys()].join(',') });
  const response = await fetchJson(url, { headers, signal, now });
  if ('failure' in response) return response.failure;
  const snapshots = readSnapshots(response.json);
  if (!snapshots) return failure('bad-answer', "The provider's answer has no quotes.");
  const answers = [...batch.keys()].flatMap((symbol) => {
    const given = snapshots[symbol];
    if (given === undefined || given === null) return [];
    const parsed = snapshot.safeParse(given);
    const unreadable = failure('bad-answer', "The provider's answer has no quote.");
    return [[symbol, parsed.success ? readSnapshot(parsed.data) : unreadable] as const];
  });
  const refusal = answers.length === 0 ? refusalInJson(response.json) : undefined;
  return refusal ?? new Map(answers);
};

const fetchBars = (
  { baseUrl, headers, now, feed }: Connection,
  symbol: string,
  asOf: Date,
  signal: AbortSignal,
) => {
  const { from, to } = barWindow(asOf);
  const url = vendorUrl(baseUrl, '/v2/stocks/bars', {
    symbols: symbol,
    timeframe: '1Min',
    start: from.toISOString(),
    end: to.toISOString(),
    // Prices as they were paid then, without adjustment for later splits.
    adjustment: 'raw',
    sort: 'desc',
    limit: '1',
    ...(feed && { feed }),
  });
  return fetchJson(url, { headers, signal, now });
};

/**
 * Without `feed`, Alpaca uses all exchanges (“sip”) whatever the plan. It refuses the free plan their last 15 minutes, but not
 * those of IEX: https://docs.alpaca.markets/reference/stockbars. After one refusal, IEX is always requested.
 */
const requestPriceAsOf = async (
  connection: Connection,
  symbol: string,
  instrument: Instrument,
  request: QuoteRequest & { asOf: Date },
): Promise<RawAnswer> => {
  const { asOf, signal } = request;
  let response = await fetchBars(connection, symbol, asOf, signal);
  if ('failure' in response && response.failure.code === 'refused' && connection.feed === undefined) {
    connection.feed = 'iex';
    const denied = await chargeQuota(request, [instrument]);
    if (denied) return denied;
    response = await fetchBars(connection, symbol, asOf, signal);
  }
  if ('failure' in response) return response.failure;
  const parsed = bars.safeParse(response.json);
  if (!parsed.success) return failure('bad-answer', "The provider's answer has no prices.");
  const minutes = parsed.data.bars?.[symbol] ?? [];
  return priceAsOf(
    minutes.map(({ t, c }) => ({ start: parseIso(t), close: c })),
    asOf,
  );
};

/**
 * Alpaca, stock snapshots (https://docs.alpaca.markets/reference/stocksnapshots-1) and historical bars
 * (https://docs.alpaca.markets/reference/stockbars), 200 calls a minute
 * (https://docs.alpaca.markets/docs/about-market-data-api). The key has two parts: `ID:SECRET`. Snapshots are of the
 * plan's feed: all exchanges, or IEX alone in the free plan. No change and no currency is stated; only exchanges of the
 * United States are covered. An unknown symbol is left out of the response.
 */
const alpaca: ProviderModule = {
  init({ apiKey, baseUrl = BASE_URL, perMinute, perDay, licence = 'internal', now = () => new Date() }) {
    const { id, secret } = requireKeyPair(NAME, apiKey);
    const connection: Connection = {
      baseUrl,
      headers: { 'apca-api-key-id': id, 'apca-api-secret-key': secret },
      now,
      feed: isPaidPlan({ perMinute, perDay }) ? undefined : 'iex',
    };
    const vendor = { name: NAME, spelling: alpacaSpelling, statesCurrency: false, now };
    return {
      name: NAME,
      attribution: 'Quotes by Alpaca.',
      licence,
      delayMinutes: 0,
      // Not documented. A hundred symbols stay far below any limit on a URL's length.
      maxBatch: 100,
      limits: planLimits('request', { perMinute, perDay }, { perMinute: 200 }),
      answersAsOf: true,
      maxBatchAsOf: 1,
      getQuotes: (request) => {
        const { asOf, signal } = request;
        return asOf
          ? requestEach(vendor, request, (symbol, instrument) =>
              requestPriceAsOf(connection, symbol, instrument, { ...request, asOf }),
            )
          : requestBatch(vendor, request, (batch) => requestSnapshots(connection, batch, signal));
      },
    };
  },
};

export default alpaca;
