import { z } from 'zod';
import type { ProviderModule } from '../quote-provider';
import type { RawAnswer, RawAnswers, SymbolBatch } from '../batches/raw-answers';
import { requestBatch, requestEach } from '../batches/request-batch';
import { fetchJson, vendorUrl } from '../http/fetch-json';
import { lenientList, unvalidated } from '../http/lenient-schema';
import { refusalInJson } from '../http/refusal-texts';
import { requireKey } from '../http/require-key';
import { failure } from '../market-data/failure';
import { barWindow, priceAsOf } from '../market-data/minute-bars';
import { parseEpoch } from '../market-data/read-time';
import { bare, US_EXCHANGES, type SymbolSpelling } from '../market-data/symbol-spelling';
import { planLimits } from '../quotas/plan-limits';
import { DELAY_MINUTES, readResult, snapshotResult } from './massive-snapshot';

const NAME = 'massive';
const BASE_URL = 'https://api.massive.com';

/** The consolidated tape's suffixes (CQS): `BRK.B`, `BACpL`, `XYZ.U`, `XYZ.WS`, `XYZr`. */
export const massiveSpelling: SymbolSpelling = {
  separator: '.',
  preferred: 'p',
  units: '.U',
  warrants: '.WS',
  rights: 'r',
  markets: bare(US_EXCHANGES),
};

const snapshot = z.object({ status: unvalidated, results: lenientList(snapshotResult).optional() });
const aggregates = z.object({ results: z.array(z.object({ t: unvalidated, c: unvalidated })).default([]) });

interface Connection {
  baseUrl: string;
  headers: Record<string, string>;
  now: () => Date;
}

const requestSnapshots = async (
  { baseUrl, headers, now }: Connection,
  batch: SymbolBatch,
  signal: AbortSignal,
): Promise<RawAnswers> => {
  // Without a limit, the response has at most ten tickers.
  const url = vendorUrl(baseUrl, '/v3/snapshot', {
    'ticker.any_of': [...batch.keys()].join(','),
    limit: '250',
  });
  const response = await fetchJson(url, { headers, signal, now });
  if ('failure' in response) return response.failure;
  const parsed = snapshot.safeParse(response.json).data;
  if (!parsed || (!parsed.results && parsed.status !== 'OK'))
    return (
      refusalInJson(response.json) ?? failure('bad-answer', "The provider's answer has no list of quotes.")
    );
  return new Map(
    (parsed.results ?? []).flatMap((given) => {
      const answer = given && readResult(given);
      return given && answer ? [[given.ticker, answer] as const] : [];
    }),
  );
};

const requestPriceAsOf = async (
  { baseUrl, headers, now }: Connection,
  symbol: string,
  asOf: Date,
  signal: AbortSignal,
): Promise<RawAnswer> => {
  const { from, to } = barWindow(asOf);
  const range = `${from.getTime()}/${to.getTime()}`;
  const url = vendorUrl(baseUrl, `/v2/aggs/ticker/${encodeURIComponent(symbol)}/range/1/minute/${range}`, {
    // Prices as they were paid then, without adjustment for later splits.
    adjusted: 'false',
    sort: 'desc',
    limit: '1',
  });
  const response = await fetchJson(url, { headers, signal, now });
  if ('failure' in response) return response.failure;
  const parsed = aggregates.safeParse(response.json);
  if (!parsed.success) return failure('bad-answer', "The provider's answer has no prices.");
  return priceAsOf(
    parsed.data.results.map(({ t, c }) => ({ start: parseEpoch(t, 'milliseconds'), close: c })),
    asOf,
  );
};

/**
 * Massive (Polygon.io until 2025), unified snapshot
 * (https://massive.com/docs/rest/stocks/snapshots/unified-snapshot) and minute aggregates
 * (https://massive.com/docs/rest/stocks/aggregates/custom-bars). Times are in nanoseconds. Snapshots come with the paid
 * plans, which have no cap (https://massive.com/pricing), so no cap is assumed. Only markets of the United States.
 */
const massive: ProviderModule = {
  init({ apiKey, baseUrl = BASE_URL, perMinute, perDay, licence = 'internal', now = () => new Date() }) {
    const headers = { authorization: `Bearer ${requireKey(NAME, apiKey)}` };
    const connection: Connection = { baseUrl, headers, now };
    const vendor = { name: NAME, spelling: massiveSpelling, statesCurrency: false, now };
    return {
      name: NAME,
      attribution: 'Quotes by Massive.',
      licence,
      delayMinutes: DELAY_MINUTES,
      maxBatch: 250,
      limits: planLimits('request', { perMinute, perDay }),
      answersAsOf: true,
      maxBatchAsOf: 1,
      getQuotes: (request) => {
        const { asOf, signal } = request;
        return asOf
          ? requestEach(vendor, request, (symbol) => requestPriceAsOf(connection, symbol, asOf, signal))
          : requestBatch(vendor, request, (batch) => requestSnapshots(connection, batch, signal));
      },
    };
  },
};

export default massive;
