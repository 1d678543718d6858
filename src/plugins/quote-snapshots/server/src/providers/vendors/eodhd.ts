import { z } from 'zod';
import type { ProviderModule } from '../quote-provider';
import type { RawAnswer, RawAnswers, SymbolBatch } from '../batches/raw-answers';
import { requestBatch, requestEach } from '../batches/request-batch';
import { fetchJson, vendorUrl } from '../http/fetch-json';
import { unvalidated } from '../http/lenient-schema';
import { refusalInJson } from '../http/refusal-texts';
import { requireKey } from '../http/require-key';
import { failure } from '../market-data/failure';
import { barWindow, priceAsOf } from '../market-data/minute-bars';
import type { FailureCode } from '../market-data/quote';
import { readFigure, readOptionalFigure } from '../market-data/read-figure';
import { parseEpoch } from '../market-data/read-time';
import { suffixed, US_EXCHANGES, US_OTC, type SymbolSpelling } from '../market-data/symbol-spelling';
import { isPaidPlan, planLimits } from '../quotas/plan-limits';
import { YAHOO_MARKS } from './yahoo-suffixes';

const NAME = 'eodhd';
const BASE_URL = 'https://eodhd.com';
const DELAY_MINUTES = 15;

/**
 * Exchange codes: https://eodhd.com/list-of-stock-markets. The United States count as one exchange. EODHD states no currency, so of
 * this list, too, only markets with exactly one currency are requested. It has no code for Milan, Tokyo, Singapore, New Zealand and
 * Istanbul.
 */
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
    XATH: '.AT',
    XBER: '.BE',
    XBKK: '.BK',
    XBSE: '.RO',
    XBUD: '.BUD',
    XBUE: '.BA',
    XCAS: '.BC',
    XDUB: '.IR',
    XDUS: '.DU',
    XHAM: '.HM',
    XHAN: '.HA',
    XICE: '.IC',
    XIDX: '.JK',
    XKAR: '.KAR',
    XKLS: '.KLSE',
    XLIM: '.LIM',
    XMUN: '.MU',
    XPHS: '.PSE',
    XPRA: '.PR',
    XSGO: '.SN',
    XSTU: '.STU',
    XWAR: '.WAR',
    XWBO: '.VI',
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

/**
 * 402 is a used-up daily quota here, although other vendors send it for a plan without a service:
 * https://eodhd.com/financial-apis/api-limits.
 */
const STATUSES: Readonly<Partial<Record<number, FailureCode>>> = { 402: 'quota' };

/** For an unknown ticker EODHD answers with status 200, and `"NA"` in every field. */
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

interface Connection {
  baseUrl: string;
  key: string;
  now: () => Date;
}

const endpoint = ({ baseUrl, key }: Connection, path: string, query: Record<string, string>): URL =>
  vendorUrl(baseUrl, path, { ...query, fmt: 'json', api_token: key });

const sendSymbols = async (
  connection: Connection,
  batch: SymbolBatch,
  signal: AbortSignal,
): Promise<RawAnswers> => {
  const [first = '', ...others] = batch.keys();
  const url = endpoint(
    connection,
    `/api/real-time/${encodeURIComponent(first)}`,
    others.length > 0 ? { s: others.join(',') } : {},
  );
  const response = await fetchJson(url, {
    signal,
    unknownOn404: others.length === 0,
    statuses: STATUSES,
    now: connection.now,
  });
  if ('failure' in response) return response.failure;
  // The answer for one symbol is an object, that for several a list.
  const parsed = z
    .array(row.nullable().catch(null))
    .safeParse(Array.isArray(response.json) ? response.json : [response.json]);
  if (!parsed.success || (parsed.data.length > 0 && parsed.data.every((given) => given === null)))
    return refusalInJson(response.json) ?? failure('bad-answer', "The provider's answer has no quotes.");
  return new Map(
    parsed.data.flatMap((given) =>
      given && !isUnknown(given) ? [[given.code.toUpperCase(), readRow(given)] as const] : [],
    ),
  );
};

const requestPriceAsOf = async (
  connection: Connection,
  symbol: string,
  asOf: Date,
  signal: AbortSignal,
): Promise<RawAnswer> => {
  const { from, to } = barWindow(asOf);
  const url = endpoint(connection, `/api/intraday/${encodeURIComponent(symbol)}`, {
    interval: '1m',
    from: String(from.getTime() / 1000),
    to: String(to.getTime() / 1000),
  });
  const response = await fetchJson(url, {
    signal,
    unknownOn404: true,
    statuses: STATUSES,
    now: connection.now,
  });
  if ('failure' in response) return response.failure;
  const parsed = bars.safeParse(response.json);
  if (!parsed.success) return failure('bad-answer', "The provider's answer has no prices.");
  return priceAsOf(
    parsed.data.map(({ timestamp, close }) => ({ start: parseEpoch(timestamp, 'seconds'), close })),
    asOf,
  );
};

/**
 * EODHD, `/real-time` (https://eodhd.com/financial-apis/live-realtime-stocks-api) and `/intraday`
 * (https://eodhd.com/financial-apis/intraday-historical-data-api); caps and costs:
 * https://eodhd.com/financial-apis/api-limits. A live quote costs one call a symbol, a past minute five; minute prices come
 * hours after the session. The key goes into the query alone. `"NA"` stands where there is no figure; no currency is stated.
 */
const eodhd: ProviderModule = {
  init({ apiKey, baseUrl = BASE_URL, perMinute, perDay, licence = 'internal', now = () => new Date() }) {
    const connection: Connection = { baseUrl, key: requireKey(NAME, apiKey), now };
    const vendor = { name: NAME, spelling: eodhdSpelling, statesCurrency: false, now };
    return {
      name: NAME,
      attribution: 'Quotes by EODHD.',
      licence,
      delayMinutes: DELAY_MINUTES,
      maxBatch: 20,
      limits: {
        ...planLimits('instrument', { perMinute, perDay }, { perMinute: 1000, perDay: 20 }),
        costAsOf: 5,
      },
      // A key of the free plan would be refused, and the request would be counted.
      answersAsOf: isPaidPlan({ perMinute, perDay }),
      maxBatchAsOf: 1,
      getQuotes: (request) => {
        const { asOf, signal } = request;
        return asOf
          ? requestEach(vendor, request, (symbol) => requestPriceAsOf(connection, symbol, asOf, signal))
          : requestBatch(vendor, request, (batch) => sendSymbols(connection, batch, signal));
      },
    };
  },
};

export default eodhd;
