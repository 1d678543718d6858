import { z } from 'zod';
import { answerBatch, type Asked, type Reading } from './answer-batch';
import { requireKeyPair } from './api-key';
import { askEach } from './ask-each';
import { failure } from './failures';
import { readFigure, readOptionalFigure } from './figures';
import { fetchJson, vendorUrl } from './http';
import { anything, loose } from './loose-field';
import { barWindow, priceAt } from './minute-bars';
import { fromIso, localDate } from './moments';
import { planLimits } from './plan-limits';
import type { ProviderModule, QuoteFailure } from './provider';
import { DOTTED, bare, US_EXCHANGES, type SymbolSpelling } from './symbol-spelling';

const NAME = 'alpaca';
const BASE_URL = 'https://data.alpaca.markets';
const ZONE = 'America/New_York';

export const alpacaSpelling: SymbolSpelling = {
  ...DOTTED,
  markets: bare(US_EXCHANGES),
};

const bar = z.object({ t: anything, c: anything });
const snapshot = z.object({
  latestTrade: loose(z.object({ t: anything, p: anything })),
  dailyBar: loose(bar),
  prevDailyBar: loose(bar),
});
const bars = z.object({ bars: z.record(z.string(), z.array(bar).nullable()).nullish() });
type Snapshot = z.infer<typeof snapshot>;

/** Before a session opens, the "daily" bar is still the last session's: then that is the previous close. */
const previousClose = ({ dailyBar, prevDailyBar }: Snapshot, tradedAt: Date | null): number | null => {
  const barDay = fromIso(dailyBar?.t);
  const newDay = tradedAt && barDay && localDate(tradedAt, ZONE) > localDate(barDay, ZONE);
  return readOptionalFigure((newDay ? dailyBar : prevDailyBar)?.c);
};

const readSnapshot = (said: Snapshot): Reading => {
  const quotedAt = fromIso(said.latestTrade?.t);
  return {
    price: readFigure(said.latestTrade?.p),
    previousClose: previousClose(said, quotedAt),
    quotedAt,
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

    const askNow = async (
      asked: Asked,
      signal: AbortSignal,
    ): Promise<Map<string, Reading> | QuoteFailure> => {
      const url = vendorUrl(baseUrl, '/v2/stocks/snapshots', { symbols: [...asked.keys()].join(',') });
      const got = await fetchJson(url, { headers, signal, now });
      if ('failure' in got) return got.failure;
      const believed = z.record(z.string(), z.unknown()).safeParse(got.json);
      if (!believed.success) return failure('bad-answer', "The provider's answer has no quotes.");
      return new Map(
        [...asked.keys()].flatMap((symbol) => {
          const said = believed.data[symbol];
          if (said === undefined || said === null) return [];
          const read = snapshot.safeParse(said);
          const wrong = failure('bad-answer', "The provider's answer has no quote.");
          return [[symbol, read.success ? readSnapshot(read.data) : wrong] as const];
        }),
      );
    };

    const askAt = async (symbol: string, asOf: Date, signal: AbortSignal): Promise<Reading> => {
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
      });
      const got = await fetchJson(url, { headers, signal, now });
      if ('failure' in got) return got.failure;
      const believed = bars.safeParse(got.json);
      if (!believed.success) return failure('bad-answer', "The provider's answer has no prices.");
      const minutes = believed.data.bars?.[symbol] ?? [];
      return priceAt(
        minutes.map(({ t, c }) => ({ start: fromIso(t), close: c })),
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
        answerBatch(
          { name: NAME, spelling: alpacaSpelling, statesCurrency: false, now },
          { instruments, asOf },
          (asked) => (asOf ? askEach(asked, (symbol) => askAt(symbol, asOf, signal)) : askNow(asked, signal)),
        ),
    };
  },
};

export default alpaca;
