import { z } from 'zod';
import { requestBatch, type SymbolBatch, type RawAnswer } from '../client/request-batch';
import { requireKey } from '../http/require-key';
import { requestEach } from '../client/request-each';
import type { RawAnswers } from '../client/split-refused-batch';
import { failure } from '../market-data/failure';
import { readFigure, readOptionalFigure } from '../market-data/read-figure';
import { failureOfStatus, fetchJson, vendorUrl } from '../http/fetch-json';
import { unvalidated, lenient, lenientList } from '../http/lenient-schema';
import { YAHOO_MARKS, YAHOO_SUFFIXES } from './yahoo-suffixes';
import { parseEpoch } from '../market-data/read-time';
import { planLimits } from '../quotas/plan-limits';
import type { ProviderModule } from '../client/quote-provider';
import { refusalInJson } from '../http/refusal-texts';
import { bare, suffixed, US_EXCHANGES, US_OTC, type SymbolSpelling } from '../market-data/symbol-spelling';

const NAME = 'fmp';
const BASE_URL = 'https://financialmodelingprep.com';
const DELAY_MINUTES = 15;

export const fmpSpelling: SymbolSpelling = {
  ...YAHOO_MARKS,
  markets: { ...bare([...US_EXCHANGES, ...US_OTC]), ...suffixed(YAHOO_SUFFIXES) },
};

/** The exchanges of the United States as FMP names them; abroad the symbol's suffix says which it is. */
const EXCHANGES: Readonly<Record<string, readonly string[]>> = {
  NASDAQ: ['XNAS'],
  NYSE: ['XNYS'],
  AMEX: ['XASE', 'ARCX', 'BATS'],
  CBOE: ['BATS'],
  OTC: ['OTCM'],
  PNK: ['OTCM'],
};

const row = z.object({
  symbol: z.string(),
  name: lenient(z.string()),
  exchange: lenient(z.string()),
  price: unvalidated,
  change: unvalidated,
  changePercentage: unvalidated,
  changesPercentage: unvalidated,
  previousClose: unvalidated,
  timestamp: unvalidated,
});

const readRow = (said: z.infer<typeof row>): RawAnswer => ({
  name: said.name,
  exchange: said.exchange,
  markets: EXCHANGES[said.exchange?.trim().toUpperCase() ?? ''] ?? [],
  price: readFigure(said.price),
  previousClose: readOptionalFigure(said.previousClose),
  change: readOptionalFigure(said.change),
  // The name of the field changed with the "stable" API; both are still met.
  changePercent: readOptionalFigure(said.changePercentage ?? said.changesPercentage),
  quotedAt: parseEpoch(said.timestamp, 'seconds'),
  delayMinutes: DELAY_MINUTES,
});

const isRefused = (said: RawAnswers | RawAnswer | undefined): boolean =>
  said !== undefined && 'code' in said && said.code === 'refused';

/**
 * Financial Modeling Prep, `/stable/batch-quote` and `/stable/quote`; shapes as in
 * https://site.financialmodelingprep.com/developer/docs/stable/batch-quote and /stable/quote, caps as in
 * https://site.financialmodelingprep.com/developer/docs/pricing (250 calls a day in the free plan). The free and the
 * starter plan lack the batch (402, 403), and have one symbol a call, as in
 * https://github.com/tradermonty/claude-trading-skills/pull/120. An error is an object with `Error Message` in place of the
 * list, or plain text. No currency is named. Prices of a past minute (`historical-chart/1min`) are not part of the free
 * plan, and are not asked for.
 */
const fmp: ProviderModule = {
  init({ apiKey, baseUrl = BASE_URL, perMinute, perDay, licence = 'internal', now = () => new Date() }) {
    const headers = { apikey: requireKey(NAME, apiKey) };
    /** Known once the vendor has refused the batch, and answered for one symbol of it. */
    let hasBatches = true;

    const askFor = async (
      path: string,
      query: Record<string, string>,
      signal: AbortSignal,
    ): Promise<RawAnswers> => {
      const got = await fetchJson(vendorUrl(baseUrl, path, query), { headers, signal, now });
      if ('failure' in got) return got.failure;
      const parsed = lenientList(row).safeParse(got.json);
      if (parsed.success)
        return new Map(
          parsed.data.flatMap((said) => (said ? [[said.symbol.toUpperCase(), readRow(said)] as const] : [])),
        );
      const isError = typeof got.json === 'object' && got.json !== null && 'Error Message' in got.json;
      return (
        refusalInJson(got.json) ??
        (isError
          ? failureOfStatus(403)
          : failure('bad-answer', "The provider's answer has no list of quotes."))
      );
    };

    const askOne = async (symbol: string, signal: AbortSignal): Promise<RawAnswer | undefined> => {
      const said = await askFor('/stable/quote', { symbol }, signal);
      return 'code' in said ? said : said.get(symbol);
    };

    const ask = async (asked: SymbolBatch, signal: AbortSignal): Promise<RawAnswers> => {
      const [first = '', ...others] = asked.keys();
      if (!hasBatches) return requestEach(asked, (symbol) => askOne(symbol, signal));
      const said = await askFor('/stable/batch-quote', { symbols: [first, ...others].join(',') }, signal);
      if (!isRefused(said)) return said;
      // A wrong key is refused here too. What is refused for one symbol alone may be granted for the others.
      const alone = await askOne(first, signal);
      if (isRefused(alone) && !(alone && 'maybeOneSymbol' in alone)) return said;
      hasBatches = false;
      const rest = await requestEach(
        new Map(others.map((symbol) => [symbol, asked.get(symbol) ?? []])),
        (symbol) => askOne(symbol, signal),
      );
      return new Map([...(alone ? [[first, alone] as const] : []), ...rest]);
    };

    return {
      name: NAME,
      attribution: 'Quotes by Financial Modeling Prep.',
      licence,
      delayMinutes: DELAY_MINUTES,
      // Not documented; a hundred symbols stay far below any limit on a URL's length. Without batches each symbol is a call
      // of its own, and is counted as one.
      get maxBatch() {
        return hasBatches ? 100 : 1;
      },
      limits: planLimits('request', { perMinute, perDay }, { perDay: 250 }),
      answersAsOf: false,
      getQuotes: ({ instruments, signal }) =>
        requestBatch(
          { name: NAME, spelling: fmpSpelling, statesCurrency: false, now },
          { instruments },
          (asked) => ask(asked, signal),
        ),
    };
  },
};

export default fmp;
