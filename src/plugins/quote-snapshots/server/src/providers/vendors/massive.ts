import { z } from 'zod';
import { answerBatch, type Asked, type Reading } from '../client/request-batch';
import { requireKey } from '../http/require-key';
import { askEach } from '../client/request-each';
import type { Said } from '../client/split-refused-batch';
import { failure } from '../http/failure';
import { fetchJson, vendorUrl } from '../http/fetch-json';
import { anything, looseList } from '../http/lenient-schema';
import { DELAY_MINUTES, readResult, result } from './massive-snapshot';
import { barWindow, priceAt } from '../market-data/minute-bars';
import { fromEpoch } from '../market-data/read-time';
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

const snapshot = z.object({ status: anything, results: looseList(result).optional() });
const aggregates = z.object({ results: z.array(z.object({ t: anything, c: anything })).default([]) });

/**
 * Massive (Polygon.io until 2025), unified snapshot and minute aggregates; shapes as in
 * https://massive.com/docs/rest/stocks/snapshots/unified-snapshot and /docs/rest/stocks/aggregates/custom-bars.
 * Times are in nanoseconds. Snapshots come with the paid plans, which know no cap (https://massive.com/pricing); the
 * free plan's five calls a minute have none, so that no cap is stated here. Only markets of the United States.
 */
const massive: ProviderModule = {
  init({ apiKey, baseUrl = BASE_URL, perMinute, perDay, licence = 'internal', now = () => new Date() }) {
    const headers = { authorization: `Bearer ${requireKey(NAME, apiKey)}` };

    const askNow = async (asked: Asked, signal: AbortSignal): Promise<Said> => {
      // Without a limit, ten are answered whatever is asked.
      const url = vendorUrl(baseUrl, '/v3/snapshot', {
        'ticker.any_of': [...asked.keys()].join(','),
        limit: '250',
      });
      const got = await fetchJson(url, { headers, signal, now });
      if ('failure' in got) return got.failure;
      const believed = snapshot.safeParse(got.json).data;
      if (!believed || (!believed.results && believed.status !== 'OK'))
        return (
          refusalInJson(got.json) ?? failure('bad-answer', "The provider's answer has no list of quotes.")
        );
      return new Map(
        (believed.results ?? []).flatMap((said) => {
          const reading = said && readResult(said);
          return said && reading ? [[said.ticker, reading] as const] : [];
        }),
      );
    };

    const askAt = async (symbol: string, asOf: Date, signal: AbortSignal): Promise<Reading> => {
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
      const believed = aggregates.safeParse(got.json);
      if (!believed.success) return failure('bad-answer', "The provider's answer has no prices.");
      return priceAt(
        believed.data.results.map(({ t, c }) => ({ start: fromEpoch(t, 'milliseconds'), close: c })),
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
        answerBatch(
          { name: NAME, spelling: massiveSpelling, statesCurrency: false, now },
          { instruments, asOf },
          (asked) => (asOf ? askEach(asked, (symbol) => askAt(symbol, asOf, signal)) : askNow(asked, signal)),
        ),
    };
  },
};

export default massive;
