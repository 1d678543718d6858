import { z } from 'zod';
import { requestBatch, type SymbolBatch, type RawAnswer } from '../client/request-batch';
import { requireKey } from '../http/require-key';
import { requestEach } from '../client/request-each';
import type { RawAnswers } from '../client/split-refused-batch';
import { failure } from '../market-data/failure';
import { readFigure, readOptionalFigure } from '../market-data/read-figure';
import { fetchJson, vendorUrl } from '../http/fetch-json';
import { unvalidated } from '../http/lenient-schema';
import { YAHOO_MARKS } from './yahoo-suffixes';
import { barWindow, priceAsOf } from '../market-data/minute-bars';
import { parseEpoch } from '../market-data/read-time';
import { isPaidPlan, planLimits } from '../quotas/plan-limits';
import type { FailureCode } from '../market-data/quote';
import type { ProviderModule } from '../client/quote-provider';
import { refusalInJson } from '../http/refusal-texts';
import { suffixed, US_EXCHANGES, US_OTC, type SymbolSpelling } from '../market-data/symbol-spelling';

const NAME = 'eodhd';
const BASE_URL = 'https://eodhd.com';
const DELAY_MINUTES = 15;

/** Exchange codes as in https://eodhd.com/list-of-stock-markets; all of the United States is one. */
export const eodhdSpelling: SymbolSpelling = {
  ...YAHOO_MARKS,
  markets: suffixed({
    ...Object.fromEntries([...US_EXCHANGES, ...US_OTC].map((mic) => [mic, '.US'])),
    XTSE: '.TO',
    XTSX: '.V',
    NEOE: '.NEO',
    XLON: '.LSE',
    AIMX: '.LSE',
    XETR: '.XETRA',
    XFRA: '.F',
    XPAR: '.PA',
    XAMS: '.AS',
    XBRU: '.BR',
    XLIS: '.LS',
    XMAD: '.MC',
    XSWX: '.SW',
    XSTO: '.ST',
    XCSE: '.CO',
    XHEL: '.HE',
    XOSL: '.OL',
    XASX: '.AU',
    XHKG: '.HK',
    XNSE: '.NSE',
    XBOM: '.BSE',
    XKRX: '.KO',
    XKOS: '.KQ',
    XSHG: '.SHG',
    XSHE: '.SHE',
    XTAI: '.TW',
    XJSE: '.JSE',
    BVMF: '.SA',
    XMEX: '.MX',
    XTAE: '.TA',
    XSAU: '.SR',
  }),
};

const row = z.object({
  code: z.string(),
  timestamp: unvalidated,
  open: unvalidated,
  high: unvalidated,
  low: unvalidated,
  close: unvalidated,
  volume: unvalidated,
  previousClose: unvalidated,
  change: unvalidated,
  change_p: unvalidated,
});
type Row = z.infer<typeof row>;
const bars = z.array(z.object({ timestamp: unvalidated, close: unvalidated }));

/** A spent daily quota, where others mean a plan that lacks something: https://eodhd.com/financial-apis/api-limits. */
const STATUSES: Readonly<Partial<Record<number, FailureCode>>> = { 402: 'quota' };

/** A ticker that EODHD does not have is answered with status 200, and `"NA"` in every field. */
const isUnknown = ({ code: _code, ...figures }: Row): boolean =>
  Object.values(figures).every((figure) => readFigure(figure) === null);

const readRow = (said: Row): RawAnswer => ({
  price: readFigure(said.close),
  previousClose: readOptionalFigure(said.previousClose),
  change: readOptionalFigure(said.change),
  changePercent: readOptionalFigure(said.change_p),
  quotedAt: parseEpoch(said.timestamp, 'seconds'),
  delayMinutes: DELAY_MINUTES,
});

/**
 * EODHD, live (delayed) prices and intraday bars; shapes as in
 * https://eodhd.com/financial-apis/live-realtime-stocks-api and /financial-apis/intraday-historical-data-api, caps as
 * in /financial-apis/api-limits: each symbol of a batch is a call, 20 a day in the free plan, 1,000 a minute in any.
 * The key can only be given in the query. `"NA"` stands where there is no figure; no currency is named. One symbol
 * is answered with an object, several with a list. Intraday bars cost five calls and come hours after the session.
 */
const eodhd: ProviderModule = {
  init({ apiKey, baseUrl = BASE_URL, perMinute, perDay, licence = 'internal', now = () => new Date() }) {
    const key = requireKey(NAME, apiKey);
    const address = (path: string, query: Record<string, string>): URL =>
      vendorUrl(baseUrl, path, { ...query, fmt: 'json', api_token: key });

    const askNow = async (asked: SymbolBatch, signal: AbortSignal): Promise<RawAnswers> => {
      const [first = '', ...others] = asked.keys();
      const url = address(
        `/api/real-time/${encodeURIComponent(first)}`,
        others.length > 0 ? { s: others.join(',') } : {},
      );
      const got = await fetchJson(url, {
        signal,
        unknownOn404: others.length === 0,
        statuses: STATUSES,
        now,
      });
      if ('failure' in got) return got.failure;
      const said = z
        .array(row.nullable().catch(null))
        .safeParse(Array.isArray(got.json) ? got.json : [got.json]);
      if (!said.success || (said.data.length > 0 && said.data.every((one) => one === null)))
        return refusalInJson(got.json) ?? failure('bad-answer', "The provider's answer has no quotes.");
      return new Map(
        said.data.flatMap((one) =>
          one && !isUnknown(one) ? [[one.code.toUpperCase(), readRow(one)] as const] : [],
        ),
      );
    };

    const askAt = async (symbol: string, asOf: Date, signal: AbortSignal): Promise<RawAnswer> => {
      const { from, to } = barWindow(asOf);
      const seconds = (moment: Date): string => String(moment.getTime() / 1000);
      const url = address(`/api/intraday/${encodeURIComponent(symbol)}`, {
        interval: '1m',
        from: seconds(from),
        to: seconds(to),
      });
      const got = await fetchJson(url, { signal, unknownOn404: true, statuses: STATUSES, now });
      if ('failure' in got) return got.failure;
      const parsed = bars.safeParse(got.json);
      if (!parsed.success) return failure('bad-answer', "The provider's answer has no prices.");
      return priceAsOf(
        parsed.data.map(({ timestamp, close }) => ({ start: parseEpoch(timestamp, 'seconds'), close })),
        asOf,
      );
    };

    return {
      name: NAME,
      attribution: 'Quotes by EODHD.',
      licence,
      delayMinutes: DELAY_MINUTES,
      maxBatch: 20,
      limits: planLimits('instrument', { perMinute, perDay }, { perMinute: 1000, perDay: 20 }),
      // With a key of the free plan each such question would be refused, and counted.
      answersAsOf: isPaidPlan({ perMinute, perDay }),
      maxBatchAsOf: 1,
      getQuotes: ({ instruments, asOf, signal }) =>
        requestBatch(
          { name: NAME, spelling: eodhdSpelling, statesCurrency: false, now },
          { instruments, asOf },
          (asked) =>
            asOf ? requestEach(asked, (symbol) => askAt(symbol, asOf, signal)) : askNow(asked, signal),
        ),
    };
  },
};

export default eodhd;
