import { z } from 'zod';
import type { Instrument } from '../../instruments/instrument';
import type { ProviderModule } from '../quote-provider';
import type { RawAnswer, RawAnswers, SymbolBatch } from '../batches/raw-answers';
import { requestBatch, type Vendor } from '../batches/request-batch';
import { failureOfStatus, fetchJson, vendorUrl } from '../http/fetch-json';
import { lenient, unvalidated } from '../http/lenient-schema';
import type { Refusal } from '../http/refusal';
import { requireKey } from '../http/require-key';
import { failure } from '../market-data/failure';
import { marketOf } from '../market-data/market-segments';
import { barWindow, priceAsOf } from '../market-data/minute-bars';
import { readFigure, readOptionalFigure } from '../market-data/read-figure';
import { parseEpoch, parseLocal } from '../market-data/read-time';
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

const NAME = 'twelve-data';
const BASE_URL = 'https://api.twelvedata.com';
/** Markets outside of the United States on https://twelvedata.com/exchanges that an article can name. */
const FOREIGN = [...Object.keys(SHARED_SUFFIXES), 'XADS', 'XBKK', 'XDFM', 'XIST', 'XWAR'];
const US: ReadonlySet<string> = new Set<string>([...US_EXCHANGES, ...US_OTC]);

/**
 * Twelve Data has Tokyo under its operator's code and does not know XTKS: https://api.twelvedata.com/exchanges. Its other codes are
 * those of ISO 10383.
 */
const CODES: Readonly<Record<string, string>> = { XTKS: 'XJPX' };

/**
 * Symbols have no suffix, because the market is the parameter `mic_code`. Here batches are keyed `VOD:XLON`, and `sendSymbols` cuts
 * the market off again.
 */
export const twelveDataSpelling: SymbolSpelling = {
  ...DOTTED,
  markets: {
    ...bare([...US_EXCHANGES, ...US_OTC]),
    ...suffixed(Object.fromEntries(FOREIGN.map((mic) => [mic, `:${mic}`]))),
  },
};

const refusal = z.object({ status: z.literal('error'), code: z.coerce.number().catch(500) });
const quote = z.object({
  name: lenient(z.string()),
  exchange: lenient(z.string()),
  mic_code: lenient(z.string()),
  currency: lenient(z.string()),
  close: unvalidated,
  previous_close: unvalidated,
  change: unvalidated,
  percent_change: unvalidated,
  timestamp: unvalidated,
  last_quote_at: unvalidated,
  is_market_open: lenient(z.boolean()),
});
const series = z.object({
  meta: z.object({
    mic_code: lenient(z.string()),
    currency: lenient(z.string()),
    exchange: lenient(z.string()),
  }),
  values: z.array(z.object({ datetime: unvalidated, close: unvalidated })),
});

const MIC = /^[A-Z0-9]{4}$/;
const statedMarkets = (mic: string | null | undefined): string[] => (mic && MIC.test(mic) ? [mic] : []);

const NO_QUOTE = failure('bad-answer', "The provider's answer has no quote.");

const readQuote = (json: unknown, { mic }: Instrument): RawAnswer => {
  const parsed = quote.safeParse(json);
  if (!parsed.success || parsed.data.close === undefined) return NO_QUOTE;
  const said = parsed.data;
  return {
    name: said.name,
    exchange: said.exchange,
    markets: statedMarkets(said.mic_code),
    price: readFigure(said.close),
    previousClose: readOptionalFigure(said.previous_close),
    change: readOptionalFigure(said.change),
    changePercent: readOptionalFigure(said.percent_change),
    currency: said.currency,
    marketState:
      said.is_market_open === true ? 'regular' : said.is_market_open === false ? 'closed' : 'unknown',
    // `timestamp` is the time at which the day's candle opened. The time of the price is `last_quote_at`.
    quotedAt: parseEpoch(said.last_quote_at, 'seconds') ?? parseEpoch(said.timestamp, 'seconds'),
    // The United States are in real time in every plan. Other markets are delayed by 15 minutes in some plans.
    delayMinutes: US.has(marketOf(mic)) ? 0 : 15,
  };
};

const readSeries = (json: unknown, asOf: Date): RawAnswer => {
  const parsed = series.safeParse(json);
  if (!parsed.success) return NO_QUOTE;
  const { meta, values } = parsed.data;
  const price = priceAsOf(
    values.map(({ datetime, close }) => ({ start: parseLocal(datetime, 'UTC'), close })),
    asOf,
  );
  return 'code' in price
    ? price
    : { ...price, markets: statedMarkets(meta.mic_code), currency: meta.currency, exchange: meta.exchange };
};

/** An error, for one symbol or for all, has its status and text in the answer: https://twelvedata.com/docs#errors. */
const refusalIn = (json: unknown): Refusal | undefined => {
  const refused = refusal.safeParse(json);
  return refused.success ? failureOfStatus(refused.data.code, undefined, JSON.stringify(json)) : undefined;
};

const readAnswer = (json: unknown, instrument: Instrument, asOf: Date | undefined): RawAnswer =>
  refusalIn(json) ?? (asOf ? readSeries(json, asOf) : readQuote(json, instrument));

const inUtc = (moment: Date): string => moment.toISOString().slice(0, 19).replace('T', ' ');

interface Connection {
  baseUrl: string;
  headers: Record<string, string>;
  now: () => Date;
}

/** The query of a batch. All of its symbols belong to the same market: the United States, or one `mic_code`. */
const queryOf = (
  symbols: readonly string[],
  market: string,
  asOf: Date | undefined,
): Record<string, string> => {
  const window = asOf && barWindow(asOf);
  return {
    symbol: symbols.join(','),
    ...(US.has(market) ? { country: 'United States' } : { mic_code: CODES[market] ?? market }),
    ...(window && {
      interval: '1min',
      start_date: inUtc(window.from),
      end_date: inUtc(window.to),
      outputsize: '1',
      timezone: 'UTC',
    }),
  };
};

const sendSymbols = async (
  { baseUrl, headers, now }: Connection,
  batch: SymbolBatch,
  asOf: Date | undefined,
  signal: AbortSignal,
): Promise<RawAnswers> => {
  const listings = [...batch].flatMap(([spelt, [instrument]]) =>
    instrument ? [{ spelt, instrument, symbol: spelt.split(':', 1)[0] ?? spelt }] : [],
  );
  const [first] = listings;
  if (!first) return new Map();
  // A market and its segment (XLON, AIMX) are requested as one, so two listings may have the same symbol.
  const symbols = [...new Set(listings.map(({ symbol }) => symbol))];
  const query = queryOf(symbols, marketOf(first.instrument.mic), asOf);
  // For one symbol a 404 concerns that symbol. For several symbols the errors are inside the answer.
  const isOne = symbols.length === 1;
  const url = vendorUrl(baseUrl, asOf ? '/time_series' : '/quote', query);
  const response = await fetchJson(url, { headers, signal, unknownOn404: isOne, now });
  if ('failure' in response) return response.failure;
  const refused = isOne ? undefined : refusalIn(response.json);
  if (refused) return refused;
  // The answer for several symbols has them as keys, the answer for one symbol does not.
  const bySymbol = z
    .record(z.string(), z.unknown())
    .safeParse(isOne ? { [first.symbol]: response.json } : response.json);
  if (!bySymbol.success) return NO_QUOTE;
  return new Map(
    listings.flatMap(({ spelt, instrument, symbol }) => {
      const json = bySymbol.data[symbol];
      return json === undefined ? [] : [[spelt, readAnswer(json, instrument, asOf)] as const];
    }),
  );
};

/**
 * Twelve Data, `/quote` and `/time_series`: https://twelvedata.com/docs (market data, errors, batch requests), caps:
 * https://twelvedata.com/pricing (8 credits a minute and 800 a day, one for each symbol). Listings of several markets are
 * several requests, which cost the same credits.
 */
const twelveData: ProviderModule = {
  init({ apiKey, baseUrl = BASE_URL, perMinute, perDay, licence = 'internal', now = () => new Date() }) {
    const headers = { authorization: `apikey ${requireKey(NAME, apiKey)}` };
    const connection: Connection = { baseUrl, headers, now };
    const vendor: Vendor = {
      name: NAME,
      spelling: twelveDataSpelling,
      statesCurrency: true,
      requestKey: ({ mic }) => (US.has(marketOf(mic)) ? 'US' : marketOf(mic)),
      now,
    };
    return {
      name: NAME,
      attribution: 'Quotes by Twelve Data.',
      licence,
      delayMinutes: 15,
      maxBatch: 120,
      limits: planLimits('instrument', { perMinute, perDay }, { perMinute: 8, perDay: 800 }),
      answersAsOf: true,
      getQuotes: (request) =>
        requestBatch(vendor, request, (batch) =>
          sendSymbols(connection, batch, request.asOf, request.signal),
        ),
    };
  },
};

export default twelveData;
