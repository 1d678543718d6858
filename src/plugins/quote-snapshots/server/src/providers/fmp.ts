import { z } from 'zod';
import { answerBatch, type Asked, type Reading } from './answer-batch';
import { requireKey } from './api-key';
import { failure } from './failures';
import { readFigure, readOptionalFigure } from './figures';
import { fetchJson, vendorUrl } from './http';
import { anything, loose, looseList } from './loose-field';
import { YAHOO_MARKS, YAHOO_SUFFIXES } from './market-suffixes';
import { fromEpoch } from './moments';
import { planLimits } from './plan-limits';
import type { ProviderModule, QuoteFailure } from './provider';
import { bare, suffixed, US_EXCHANGES, US_OTC, type SymbolSpelling } from './symbol-spelling';

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
  name: loose(z.string()),
  exchange: loose(z.string()),
  price: anything,
  change: anything,
  changePercentage: anything,
  changesPercentage: anything,
  previousClose: anything,
  timestamp: anything,
});

const readRow = (said: z.infer<typeof row>): Reading => ({
  name: said.name,
  exchange: said.exchange,
  markets: EXCHANGES[said.exchange?.trim().toUpperCase() ?? ''] ?? [],
  price: readFigure(said.price),
  previousClose: readOptionalFigure(said.previousClose),
  change: readOptionalFigure(said.change),
  // The name of the field changed with the "stable" API; both are still met.
  changePercent: readOptionalFigure(said.changePercentage ?? said.changesPercentage),
  quotedAt: fromEpoch(said.timestamp, 'seconds'),
  delayMinutes: DELAY_MINUTES,
});

/**
 * Financial Modeling Prep, `/stable/batch-quote`; shape as in
 * https://site.financialmodelingprep.com/developer/docs/stable/batch-quote, caps as in
 * https://site.financialmodelingprep.com/developer/docs/pricing (250 calls a day in the free plan). An error is an
 * object with `Error Message` in place of the list. No currency is named. Prices of a past minute
 * (`historical-chart/1min`) are not part of the free plan, and are not asked for.
 */
const fmp: ProviderModule = {
  init({ apiKey, baseUrl = BASE_URL, perMinute, perDay, licence = 'internal', now = () => new Date() }) {
    const headers = { apikey: requireKey(NAME, apiKey) };

    const ask = async (asked: Asked, signal: AbortSignal): Promise<Map<string, Reading> | QuoteFailure> => {
      const url = vendorUrl(baseUrl, '/stable/batch-quote', { symbols: [...asked.keys()].join(',') });
      const got = await fetchJson(url, { headers, signal, now });
      if ('failure' in got) return got.failure;
      const believed = looseList(row).safeParse(got.json);
      if (believed.success)
        return new Map(
          believed.data.flatMap((said) =>
            said ? [[said.symbol.toUpperCase(), readRow(said)] as const] : [],
          ),
        );
      return typeof got.json === 'object' && got.json !== null && 'Error Message' in got.json
        ? failure(
            'refused',
            'The provider refused the request: its key is missing, wrong, or not entitled to these quotes.',
          )
        : failure('bad-answer', "The provider's answer has no list of quotes.");
    };

    return {
      name: NAME,
      attribution: 'Quotes by Financial Modeling Prep.',
      licence,
      delayMinutes: DELAY_MINUTES,
      // Not documented; a hundred symbols stay far below any limit on a URL's length.
      maxBatch: 100,
      limits: planLimits('request', { perMinute, perDay }, { perDay: 250 }),
      answersAsOf: false,
      getQuotes: ({ instruments, signal }) =>
        answerBatch(
          { name: NAME, spelling: fmpSpelling, statesCurrency: false, now },
          { instruments },
          (asked) => ask(asked, signal),
        ),
    };
  },
};

export default fmp;
