import { z } from 'zod';
import { requestBatch, type SymbolBatch, type RawAnswer } from '../client/request-batch';
import { requireKey } from '../http/require-key';
import { requestEach } from '../client/request-each';
import type { RawAnswers } from '../client/split-refused-batch';
import { failure } from '../market-data/failure';
import { fetchJson, vendorUrl } from '../http/fetch-json';
import { unvalidated, lenientList } from '../http/lenient-schema';
import { DELAY_MINUTES, readResult, result } from './massive-snapshot';
import { barWindow, priceAsOf } from '../market-data/minute-bars';
import { parseEpoch } from '../market-data/read-time';
import { planLimits } from '../quotas/plan-limits';
import type { ProviderModule } from '../client/quote-provider';
import { refusalInJson } from '../http/refusal-texts';
import { bare, US_EXCHANGES, type SymbolSpelling } from '../market-data/symbol-spelling';

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

const snapshot = z.object({ status: unvalidated, results: lenientList(result).optional() });
const aggregates = z.object({ results: z.array(z.object({ t: unvalidated, c: unvalidated })).default([]) });

/**
 * Massive (Polygon.io until 2025), unified snapshot and minute aggregates; shapes as in
 * https://massive.com/docs/rest/stocks/snapshots/unified-snapshot and /docs/rest/stocks/aggregates/custom-bars.
 * Times are in nanoseconds. Snapshots come with the paid plans, which know no cap (https://massive.com/pricing); the
 * free plan's five calls a minute have none, so that no cap is stated here. Only markets of the United States.
 */
const massive: ProviderModule = {
  init({ apiKey, baseUrl = BASE_URL, perMinute, perDay, licence = 'internal', now = () => new Date() }) {
    const headers = { authorization: `Bearer ${requireKey(NAME, apiKey)}` };

    const askNow = async (asked: SymbolBatch, signal: AbortSignal): Promise<RawAnswers> => {
      // Without a limit, ten are answered whatever is asked.
      const url = vendorUrl(baseUrl, '/v3/snapshot', {
        'ticker.any_of': [...asked.keys()].join(','),
        limit: '250',
      });
      const got = await fetchJson(url, { headers, signal, now });
      if ('failure' in got) return got.failure;
      const parsed = snapshot.safeParse(got.json).data;
      if (!parsed || (!parsed.results && parsed.status !== 'OK'))
        return (
          refusalInJson(got.json) ?? failure('bad-answer', "The provider's answer has no list of quotes.")
        );
      return new Map(
        (parsed.results ?? []).flatMap((said) => {
          const reading = said && readResult(said);
          return said && reading ? [[said.ticker, reading] as const] : [];
        }),
      );
    };

    const askAt = async (symbol: string, asOf: Date, signal: AbortSignal): Promise<RawAnswer> => {
      const { from, to } = barWindow(asOf);
      const range = `${from.getTime()}/${to.getTime()}`;
      const url = vendorUrl(
        baseUrl,
        `/v2/aggs/ticker/${encodeURIComponent(symbol)}/range/1/minute/${range}`,
        {
          // What was paid then, not what it would be after the splits since.
          adjusted: 'false',
          sort: 'desc',
          limit: '1',
        },
      );
      const got = await fetchJson(url, { headers, signal, now });
      if ('failure' in got) return got.failure;
      const parsed = aggregates.safeParse(got.json);
      if (!parsed.success) return failure('bad-answer', "The provider's answer has no prices.");
      return priceAsOf(
        parsed.data.results.map(({ t, c }) => ({ start: parseEpoch(t, 'milliseconds'), close: c })),
        asOf,
      );
    };

    return {
      name: NAME,
      attribution: 'Quotes by Massive.',
      licence,
      delayMinutes: DELAY_MINUTES,
      maxBatch: 250,
      limits: planLimits('request', { perMinute, perDay }),
      answersAsOf: true,
      maxBatchAsOf: 1,
      getQuotes: ({ instruments, asOf, signal }) =>
        requestBatch(
          { name: NAME, spelling: massiveSpelling, statesCurrency: false, now },
          { instruments, asOf },
          (asked) =>
            asOf ? requestEach(asked, (symbol) => askAt(symbol, asOf, signal)) : askNow(asked, signal),
        ),
    };
  },
};

export default massive;
