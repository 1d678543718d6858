import { z } from 'zod';
import { requestBatch, type RawAnswer } from '../client/request-batch';
import { requireKey } from '../http/require-key';
import { requestEach } from '../client/request-each';
import { failure } from '../market-data/failure';
import { readFigure, readOptionalFigure } from '../market-data/read-figure';
import { fetchJson, vendorUrl } from '../http/fetch-json';
import { unvalidated } from '../http/lenient-schema';
import { YAHOO_SUFFIXES } from './yahoo-suffixes';
import { parseEpoch } from '../market-data/read-time';
import { planLimits } from '../quotas/plan-limits';
import type { ProviderModule } from '../client/quote-provider';
import { refusalInJson } from '../http/refusal-texts';
import {
  DOTTED,
  bare,
  suffixed,
  US_EXCHANGES,
  US_OTC,
  type SymbolSpelling,
} from '../market-data/symbol-spelling';

const NAME = 'finnhub';
const BASE_URL = 'https://finnhub.io';

export const finnhubSpelling: SymbolSpelling = {
  ...DOTTED,
  markets: { ...bare([...US_EXCHANGES, ...US_OTC]), ...suffixed(YAHOO_SUFFIXES) },
};

const answer = z.object({ c: unvalidated, pc: unvalidated, d: unvalidated, dp: unvalidated, t: unvalidated });

/**
 * Finnhub, `/quote`; shape and limits as in https://finnhub.io/docs/api/quote and /docs/api/rate-limit. One symbol a
 * call. An unknown symbol is answered with zeros, or with nothing, and status 200. No currency and no market is named. Prices of a past
 * minute (`/stock/candle`) are not part of the free plan, and are not asked for.
 */
const finnhub: ProviderModule = {
  init({ apiKey, baseUrl = BASE_URL, perMinute, perDay, licence = 'internal', now = () => new Date() }) {
    const key = requireKey(NAME, apiKey);

    const askOne = async (symbol: string, signal: AbortSignal): Promise<RawAnswer | undefined> => {
      const got = await fetchJson(vendorUrl(baseUrl, '/api/v1/quote', { symbol }), {
        headers: { 'x-finnhub-token': key },
        signal,
        now,
      });
      if ('failure' in got) return got.failure;
      const parsed = answer.safeParse(got.json);
      if (!parsed.success || parsed.data.c === undefined) {
        // An empty object is said of symbols that it does not have, as zeros are.
        if (parsed.success && Object.keys(Object(got.json)).length === 0) return undefined;
        return refusalInJson(got.json) ?? failure('bad-answer', "The provider's answer has no quote.");
      }
      const { c, pc, d, dp, t } = parsed.data;
      if (c === 0 && (t === 0 || t === null || t === undefined)) return undefined;
      return {
        price: readFigure(c),
        previousClose: readOptionalFigure(pc),
        change: readOptionalFigure(d),
        changePercent: readOptionalFigure(dp),
        quotedAt: parseEpoch(t, 'seconds'),
        delayMinutes: 0,
      };
    };

    return {
      name: NAME,
      attribution: 'Quotes by Finnhub.',
      licence,
      delayMinutes: 0,
      maxBatch: 1,
      limits: planLimits('request', { perMinute, perDay }, { perMinute: 60 }),
      answersAsOf: false,
      getQuotes: ({ instruments, signal }) =>
        requestBatch(
          { name: NAME, spelling: finnhubSpelling, statesCurrency: false, now },
          { instruments },
          (asked) => requestEach(asked, (symbol) => askOne(symbol, signal)),
        ),
    };
  },
};

export default finnhub;
