import { z } from 'zod';
import { answerBatch, type Asked, type Reading } from '../client/request-batch';
import { requireKey } from '../http/require-key';
import { askEach } from '../client/request-each';
import type { Said } from '../client/split-refused-batch';
import { failure } from '../http/failure';
import { readFigure, readOptionalFigure } from '../market-data/read-figure';
import { fetchJson, vendorUrl } from '../http/fetch-json';
import { anything, loose, looseList } from '../http/lenient-schema';
import { barWindow, priceAt } from '../market-data/minute-bars';
import { fromIso } from '../market-data/read-time';
import { planLimits } from '../quotas/plan-limits';
import type { ProviderModule } from '../client/quote-provider';
import { refusalInJson } from '../http/refusal-texts';
import { bare, US_EXCHANGES, type SymbolSpelling } from '../market-data/symbol-spelling';
import { onWeekday, sameDay } from '../market-data/us-session';

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
  tngoLast: anything,
  last: anything,
  prevClose: anything,
  timestamp: loose(z.string()),
  lastSaleTimestamp: loose(z.string()),
});
const rows = looseList(row);
const prices = z.array(z.object({ date: anything, close: anything }));

/**
 * The last sale, with its time; where none is told, Tiingo's own figure, which it makes of bid and ask. The previous close
 * is of the day before `timestamp`: a sale of an earlier day (before the open, or of a share that IEX seldom trades) has
 * another.
 */
const readRow = (said: z.infer<typeof row>): Reading => {
  const soldAt = readOptionalFigure(said.last) === null ? null : fromIso(said.lastSaleTimestamp);
  const toldAt = fromIso(said.timestamp);
  const isOfToday = !soldAt || !toldAt || sameDay(soldAt, onWeekday(toldAt));
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

    const askNow = async (asked: Asked, signal: AbortSignal): Promise<Said> => {
      const url = vendorUrl(baseUrl, '/iex/', { tickers: [...asked.keys()].join(',') });
      const got = await fetchJson(url, { headers, signal, now });
      if ('failure' in got) return got.failure;
      const believed = rows.safeParse(got.json);
      if (!believed.success)
        return (
          refusalInJson(got.json) ?? failure('bad-answer', "The provider's answer has no list of quotes.")
        );
      return new Map(
        believed.data.flatMap((said) => (said ? [[said.ticker.toUpperCase(), readRow(said)] as const] : [])),
      );
    };

    const askAt = async (symbol: string, asOf: Date, signal: AbortSignal): Promise<Reading> => {
      const { from, to } = barWindow(asOf);
      const url = vendorUrl(baseUrl, `/iex/${encodeURIComponent(symbol)}/prices`, {
        startDate: from.toISOString().slice(0, 10),
        endDate: to.toISOString().slice(0, 10),
        resampleFreq: '1min',
        columns: 'close',
      });
      const got = await fetchJson(url, { headers, signal, unknownOn404: true, now });
      if ('failure' in got) return got.failure;
      const believed = prices.safeParse(got.json);
      if (!believed.success)
        return refusalInJson(got.json) ?? failure('bad-answer', "The provider's answer has no prices.");
      return priceAt(
        believed.data.map(({ date, close }) => ({ start: fromIso(date), close })),
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
        answerBatch(
          { name: NAME, spelling: tiingoSpelling, statesCurrency: false, now },
          { instruments, asOf },
          (asked) => (asOf ? askEach(asked, (symbol) => askAt(symbol, asOf, signal)) : askNow(asked, signal)),
        ),
    };
  },
};

export default tiingo;
