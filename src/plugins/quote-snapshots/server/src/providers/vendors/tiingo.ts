import { z } from 'zod';
import { requestBatch, type SymbolBatch, type RawAnswer } from '../client/request-batch';
import { requireKey } from '../http/require-key';
import { requestEach } from '../client/request-each';
import type { RawAnswers } from '../client/split-refused-batch';
import { failure } from '../market-data/failure';
import { readFigure, readOptionalFigure } from '../market-data/read-figure';
import { fetchJson, vendorUrl } from '../http/fetch-json';
import { unvalidated, lenient, lenientList } from '../http/lenient-schema';
import { barWindow, priceAsOf } from '../market-data/minute-bars';
import { parseIso } from '../market-data/read-time';
import { planLimits } from '../quotas/plan-limits';
import type { ProviderModule } from '../client/quote-provider';
import { refusalInJson } from '../http/refusal-texts';
import { bare, US_EXCHANGES, type SymbolSpelling } from '../market-data/symbol-spelling';
import { lastWeekday, sameDay } from '../market-data/us-session';

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
 * The last sale, with its time; where none is told, Tiingo's own figure, which it makes of bid and ask. The previous close
 * is of the day before `timestamp`: a sale of an earlier day (before the open, or of a share that IEX seldom trades) has
 * another.
 */
const readRow = (said: z.infer<typeof row>): RawAnswer => {
  const soldAt = readOptionalFigure(said.last) === null ? null : parseIso(said.lastSaleTimestamp);
  const toldAt = parseIso(said.timestamp);
  const isOfToday = !soldAt || !toldAt || sameDay(soldAt, lastWeekday(toldAt));
  return {
    price: readFigure(soldAt ? said.last : (said.tngoLast ?? said.last)),
    previousClose: isOfToday ? readOptionalFigure(said.prevClose) : null,
    quotedAt: soldAt ?? toldAt,
    delayMinutes: 0,
  };
};

/**
 * Tiingo, IEX endpoints; shapes as in https://www.tiingo.com/documentation/iex, caps as in
 * https://www.tiingo.com/about/pricing: 1,000 calls a day and, which is not stated here, 50 an hour. Prices of IEX
 * alone; only exchanges of the United States. A ticker that is not known is left out. A spent quota is told with status
 * 200, as text or as `detail`.
 */
const tiingo: ProviderModule = {
  init({ apiKey, baseUrl = BASE_URL, perMinute, perDay, licence = 'internal', now = () => new Date() }) {
    const headers = { authorization: `Token ${requireKey(NAME, apiKey)}` };

    const askNow = async (asked: SymbolBatch, signal: AbortSignal): Promise<RawAnswers> => {
      const url = vendorUrl(baseUrl, '/iex/', { tickers: [...asked.keys()].join(',') });
      const got = await fetchJson(url, { headers, signal, now });
      if ('failure' in got) return got.failure;
      const parsed = rows.safeParse(got.json);
      if (!parsed.success)
        return (
          refusalInJson(got.json) ?? failure('bad-answer', "The provider's answer has no list of quotes.")
        );
      return new Map(
        parsed.data.flatMap((said) => (said ? [[said.ticker.toUpperCase(), readRow(said)] as const] : [])),
      );
    };

    const askAt = async (symbol: string, asOf: Date, signal: AbortSignal): Promise<RawAnswer> => {
      const { from, to } = barWindow(asOf);
      const url = vendorUrl(baseUrl, `/iex/${encodeURIComponent(symbol)}/prices`, {
        startDate: from.toISOString().slice(0, 10),
        endDate: to.toISOString().slice(0, 10),
        resampleFreq: '1min',
        columns: 'close',
      });
      const got = await fetchJson(url, { headers, signal, unknownOn404: true, now });
      if ('failure' in got) return got.failure;
      const parsed = prices.safeParse(got.json);
      if (!parsed.success)
        return refusalInJson(got.json) ?? failure('bad-answer', "The provider's answer has no prices.");
      return priceAsOf(
        parsed.data.map(({ date, close }) => ({ start: parseIso(date), close })),
        asOf,
      );
    };

    return {
      name: NAME,
      attribution: 'Quotes by Tiingo, from IEX.',
      licence,
      delayMinutes: 0,
      // Not documented; a hundred tickers stay far below any limit on a URL's length.
      maxBatch: 100,
      limits: planLimits('request', { perMinute, perDay }, { perDay: 1000 }),
      answersAsOf: true,
      maxBatchAsOf: 1,
      getQuotes: ({ instruments, asOf, signal }) =>
        requestBatch(
          { name: NAME, spelling: tiingoSpelling, statesCurrency: false, now },
          { instruments, asOf },
          (asked) =>
            asOf ? requestEach(asked, (symbol) => askAt(symbol, asOf, signal)) : askNow(asked, signal),
        ),
    };
  },
};

export default tiingo;
