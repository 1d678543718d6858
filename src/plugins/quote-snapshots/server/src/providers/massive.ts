import { z } from 'zod';
import { answerBatch, type Asked, type Reading } from './answer-batch';
import { requireKey } from './api-key';
import { askEach } from './ask-each';
import { failure } from './failures';
import { readFigure, readOptionalFigure } from './figures';
import { fetchJson, vendorUrl } from './http';
import { anything, loose, looseList } from './loose-field';
import { barWindow, priceAt } from './minute-bars';
import { fromEpoch } from './moments';
import { planLimits } from './plan-limits';
import type { MarketState, ProviderModule, QuoteFailure } from './provider';
import { bare, US_EXCHANGES, type SymbolSpelling } from './symbol-spelling';

const NAME = 'massive';
const BASE_URL = 'https://api.massive.com';
const DELAY_MINUTES = 15;

/** The consolidated tape's suffixes (CQS): `BRK.B`, `BACpL`, `XYZ.U`, `XYZ.WS`, `XYZr`. */
export const massiveSpelling: SymbolSpelling = {
  separator: '.',
  preferred: 'p',
  units: '.U',
  warrants: '.WS',
  rights: 'r',
  markets: bare(US_EXCHANGES),
};

const STATES: Readonly<Record<string, MarketState>> = {
  open: 'regular',
  closed: 'closed',
  early_trading: 'pre',
  late_trading: 'post',
};

const trade = loose(z.object({ price: anything, last_updated: anything, sip_timestamp: anything }));
const result = z.object({
  ticker: z.string(),
  error: loose(z.string()),
  name: loose(z.string()),
  type: loose(z.string()),
  market_status: loose(z.string()),
  timeframe: loose(z.string()),
  last_updated: anything,
  session: loose(
    z.object({
      price: anything,
      change: anything,
      change_percent: anything,
      previous_close: anything,
    }),
  ),
  last_trade: trade,
  last_minute: loose(z.object({ last_updated: anything })),
});
const snapshot = z.object({ results: looseList(result) });
const aggregates = z.object({ results: z.array(z.object({ t: anything, c: anything })).default([]) });

const readResult = (said: z.infer<typeof result>): Reading | undefined => {
  if (said.error === 'NOT_FOUND') return undefined;
  if (said.error)
    return failure('refused', 'The provider refused this instrument: the plan of its key lacks it.');
  if (said.type && said.type !== 'stocks')
    return failure('wrong-listing', 'The provider answered with something else than a share or a fund.');
  const { session, last_trade: last } = said;
  return {
    name: said.name,
    price: readFigure(session?.price ?? last?.price),
    previousClose: readOptionalFigure(session?.previous_close),
    change: readOptionalFigure(session?.change),
    changePercent: readOptionalFigure(session?.change_percent),
    marketState: STATES[said.market_status ?? ''] ?? 'unknown',
    quotedAt:
      fromEpoch(last?.last_updated, 'nanoseconds') ??
      fromEpoch(last?.sip_timestamp, 'nanoseconds') ??
      fromEpoch(said.last_minute?.last_updated, 'nanoseconds') ??
      fromEpoch(said.last_updated, 'nanoseconds'),
    delayMinutes: said.timeframe === 'REAL-TIME' ? 0 : DELAY_MINUTES,
  };
};

/**
 * Massive (Polygon.io until 2025), unified snapshot and minute aggregates; shapes as in
 * https://massive.com/docs/rest/stocks/snapshots/unified-snapshot and /docs/rest/stocks/aggregates/custom-bars.
 * Times are in nanoseconds. Snapshots come with the paid plans, which know no cap (https://massive.com/pricing); the
 * free plan's five calls a minute have none, so that no cap is stated here. Only markets of the United States.
 */
const massive: ProviderModule = {
  init({ apiKey, baseUrl = BASE_URL, perMinute, perDay, licence = 'internal', now = () => new Date() }) {
    const headers = { authorization: `Bearer ${requireKey(NAME, apiKey)}` };

    const askNow = async (
      asked: Asked,
      signal: AbortSignal,
    ): Promise<Map<string, Reading> | QuoteFailure> => {
      // Without a limit, ten are answered whatever is asked.
      const url = vendorUrl(baseUrl, '/v3/snapshot', {
        'ticker.any_of': [...asked.keys()].join(','),
        limit: '250',
      });
      const got = await fetchJson(url, { headers, signal, now });
      if ('failure' in got) return got.failure;
      const believed = snapshot.safeParse(got.json);
      if (!believed.success) return failure('bad-answer', "The provider's answer has no list of quotes.");
      return new Map(
        believed.data.results.flatMap((said) => {
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
