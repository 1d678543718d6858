import { z } from 'zod';
import type { ProviderModule } from '../quote-provider';
import type { RawAnswer } from '../batches/raw-answers';
import { requestEach } from '../batches/request-batch';
import { fetchJson, vendorUrl } from '../http/fetch-json';
import { unvalidated } from '../http/lenient-schema';
import { refusalInJson } from '../http/refusal-texts';
import { requireKey } from '../http/require-key';
import { failure } from '../market-data/failure';
import { readFigure, readOptionalFigure } from '../market-data/read-figure';
import { parseEpoch } from '../market-data/read-time';
import {
  DOTTED,
  bare,
  suffixed,
  US_EXCHANGES,
  US_OTC,
  type SymbolSpelling,
} from '../market-data/symbol-spelling';
import { planLimits } from '../quotas/plan-limits';
import { SHARED_SUFFIXES } from './yahoo-suffixes';

const NAME = 'finnhub';
const BASE_URL = 'https://finnhub.io';

export const finnhubSpelling: SymbolSpelling = {
  ...DOTTED,
  markets: { ...bare([...US_EXCHANGES, ...US_OTC]), ...suffixed(SHARED_SUFFIXES) },
};

const answer = z.object({ c: unvalidated, pc: unvalidated, d: unvalidated, dp: unvalidated, t: unvalidated });

interface Connection {
  baseUrl: string;
  key: string;
  now: () => Date;
}

const requestQuote = async (
  { baseUrl, key, now }: Connection,
  symbol: string,
  signal: AbortSignal,
): Promise<RawAnswer | undefined> => {
  const response = await fetchJson(vendorUrl(baseUrl, '/api/v1/quote', { symbol }), {
    headers: { 'x-finnhub-token': key },
    signal,
    now,
  });
  if ('failure' in response) return response.failure;
  const parsed = answer.safeParse(response.json);
  if (!parsed.success || parsed.data.c === undefined) {
    // For unknown symbols Finnhub answers with an empty object or with zeros.
    if (parsed.success && Object.keys(Object(response.json)).length === 0) return undefined;
    return refusalInJson(response.json) ?? failure('bad-answer', "The provider's answer has no quote.");
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

/**
 * Finnhub, `/quote`: https://finnhub.io/docs/api/quote, limits: https://finnhub.io/docs/api/rate-limit. It takes one
 * symbol a request. It answers for an unknown symbol with zeros or an empty object, and status 200. It states no currency
 * and no market. Prices of a past minute (`/stock/candle`) are not in the free plan and are not requested.
 */
const finnhub: ProviderModule = {
  init({ apiKey, baseUrl = BASE_URL, perMinute, perDay, licence = 'internal', now = () => new Date() }) {
    const connection = { baseUrl, key: requireKey(NAME, apiKey), now };
    const vendor = { name: NAME, spelling: finnhubSpelling, statesCurrency: false, now };
    return {
      name: NAME,
      attribution: 'Quotes by Finnhub.',
      licence,
      delayMinutes: 0,
      maxBatch: 1,
      limits: planLimits('request', { perMinute, perDay }, { perMinute: 60 }),
      answersAsOf: false,
      getQuotes: (request) =>
        requestEach(vendor, request, (symbol) => requestQuote(connection, symbol, request.signal)),
    };
  },
};

export default finnhub;
