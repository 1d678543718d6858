import { z } from 'zod';
import { requestBatch, type SymbolBatch, type RawAnswer } from '../client/request-batch';
import { requireKeyPair } from '../http/require-key';
import { requestEach } from '../client/request-each';
import type { RawAnswers } from '../client/split-refused-batch';
import { failure } from '../market-data/failure';
import { readFigure, readOptionalFigure } from '../market-data/read-figure';
import { fetchJson, vendorUrl } from '../http/fetch-json';
import { unvalidated, lenient } from '../http/lenient-schema';
import { barWindow, priceAsOf } from '../market-data/minute-bars';
import { parseIso } from '../market-data/read-time';
import { isPaidPlan, planLimits } from '../quotas/plan-limits';
import type { ProviderModule } from '../client/quote-provider';
import { refusalInJson } from '../http/refusal-texts';
import { DOTTED, bare, US_EXCHANGES, type SymbolSpelling } from '../market-data/symbol-spelling';
import { closingTime, isAfterHours, sameDay } from '../market-data/us-session';

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

/** Form T: trades outside the regular session, in order and late (https://www.ctaplan.com, sale conditions). */
const EXTENDED: ReadonlySet<string> = new Set(['T', 'U']);

/**
 * After hours the price is the regular session's close, with its own time and change: the daily bar's, for trades of the
 * evening do not move it. Before the open the bar is still the last session's: the trade is told against that close.
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

/**
 * Alpaca's market data, stock snapshots and historical bars; shapes as in
 * https://docs.alpaca.markets/reference/stocksnapshots-1 and /reference/stockbars, caps as in
 * https://docs.alpaca.markets/docs/about-market-data-api (200 calls a minute). The key is two: `ID:SECRET`. The feed
 * is the one of the plan: all exchanges, or IEX alone in the free one. No change and no currency is given; only
 * exchanges of the United States. A symbol that is not known is left out.
 */
const alpaca: ProviderModule = {
  init({ apiKey, baseUrl = BASE_URL, perMinute, perDay, licence = 'internal', now = () => new Date() }) {
    const { id, secret } = requireKeyPair(NAME, apiKey);
    const headers = { 'apca-api-key-id': id, 'apca-api-secret-key': secret };

    const askNow = async (asked: SymbolBatch, signal: AbortSignal): Promise<RawAnswers> => {
      const url = vendorUrl(baseUrl, '/v2/stocks/snapshots', { symbols: [...asked.keys()].join(',') });
      const got = await fetchJson(url, { headers, signal, now });
      if ('failure' in got) return got.failure;
      const parsed = z.record(z.string(), z.unknown()).safeParse(got.json);
      if (!parsed.success) return failure('bad-answer', "The provider's answer has no quotes.");
      // The snapshots by symbol, or, as some show them, in a field of that name.
      const wrapped = z.record(z.string(), z.unknown()).safeParse(parsed.data.snapshots);
      const snapshots = wrapped.success ? wrapped.data : parsed.data;
      const readings = [...asked.keys()].flatMap((symbol) => {
        const said = snapshots[symbol];
        if (said === undefined || said === null) return [];
        const read = snapshot.safeParse(said);
        const wrong = failure('bad-answer', "The provider's answer has no quote.");
        return [[symbol, read.success ? readSnapshot(read.data) : wrong] as const];
      });
      const refused = readings.length === 0 ? refusalInJson(got.json) : undefined;
      return refused ?? new Map(readings);
    };

    // By default all exchanges (“sip”) whatever the plan; the free one is refused their last minutes, and has those of
    // IEX: https://docs.alpaca.markets/reference/stockbars, `feed`.
    let feed = isPaidPlan({ perMinute, perDay }) ? undefined : 'iex';

    const barsAt = (symbol: string, asOf: Date, signal: AbortSignal) => {
      const { from, to } = barWindow(asOf);
      const url = vendorUrl(baseUrl, '/v2/stocks/bars', {
        symbols: symbol,
        timeframe: '1Min',
        start: from.toISOString(),
        end: to.toISOString(),
        // What was paid then, not what it would be after the splits since.
        adjustment: 'raw',
        sort: 'desc',
        limit: '1',
        ...(feed && { feed }),
      });
      return fetchJson(url, { headers, signal, now });
    };

    const askAt = async (symbol: string, asOf: Date, signal: AbortSignal): Promise<RawAnswer> => {
      let got = await barsAt(symbol, asOf, signal);
      if ('failure' in got && got.failure.code === 'refused' && feed === undefined) {
        feed = 'iex';
        got = await barsAt(symbol, asOf, signal);
      }
      if ('failure' in got) return got.failure;
      const parsed = bars.safeParse(got.json);
      if (!parsed.success) return failure('bad-answer', "The provider's answer has no prices.");
      const minutes = parsed.data.bars?.[symbol] ?? [];
      return priceAsOf(
        minutes.map(({ t, c }) => ({ start: parseIso(t), close: c })),
        asOf,
      );
    };

    return {
      name: NAME,
      attribution: 'Quotes by Alpaca.',
      licence,
      delayMinutes: 0,
      // Not documented; a hundred symbols stay far below any limit on a URL's length.
      maxBatch: 100,
      limits: planLimits('request', { perMinute, perDay }, { perMinute: 200 }),
      answersAsOf: true,
      maxBatchAsOf: 1,
      getQuotes: ({ instruments, asOf, signal }) =>
        requestBatch(
          { name: NAME, spelling: alpacaSpelling, statesCurrency: false, now },
          { instruments, asOf },
          (asked) =>
            asOf ? requestEach(asked, (symbol) => askAt(symbol, asOf, signal)) : askNow(asked, signal),
        ),
    };
  },
};

export default alpaca;
