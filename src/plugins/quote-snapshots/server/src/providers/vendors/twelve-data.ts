import { z } from 'zod';
import type { Instrument } from '../../instruments/instrument';
import { requestBatch, type SymbolBatch, type RawAnswer } from '../client/request-batch';
import { requireKey } from '../http/require-key';
import type { RawAnswers } from '../client/split-refused-batch';
import type { Refusal } from '../http/refusal';
import { failure } from '../market-data/failure';
import { readFigure, readOptionalFigure } from '../market-data/read-figure';
import { failureOfStatus, fetchJson, vendorUrl } from '../http/fetch-json';
import { unvalidated, lenient } from '../http/lenient-schema';
import { YAHOO_SUFFIXES } from './yahoo-suffixes';
import { barWindow, priceAsOf } from '../market-data/minute-bars';
import { parseEpoch, parseLocal } from '../market-data/read-time';
import { planLimits } from '../quotas/plan-limits';
import type { ProviderModule } from '../client/quote-provider';
import { marketOf } from '../market-data/market-segments';
import {
  DOTTED,
  bare,
  suffixed,
  US_EXCHANGES,
  US_OTC,
  type SymbolSpelling,
} from '../market-data/symbol-spelling';

const NAME = 'twelve-data';
const BASE_URL = 'https://api.twelvedata.com';
/** Of https://twelvedata.com/exchanges, those that a text can name. */
const FOREIGN = Object.keys(YAHOO_SUFFIXES);
const US: ReadonlySet<string> = new Set<string>([...US_EXCHANGES, ...US_OTC]);

/**
 * Its own codes for markets, where they are others than ours: Tokyo goes by its operator's (XTKS is unknown to it). The
 * rest of its list (https://api.twelvedata.com/exchanges) has the codes that we have.
 */
const CODES: Readonly<Record<string, string>> = { XTKS: 'XJPX' };

/** Symbols are bare everywhere, and the market goes beside them as `mic_code`: here it is kept after a colon. */
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
const market = (mic: string | null | undefined): string[] => (mic && MIC.test(mic) ? [mic] : []);

const NOTHING = failure('bad-answer', "The provider's answer has no quote.");

const readQuote = (json: unknown, { mic }: Instrument): RawAnswer => {
  const parsed = quote.safeParse(json);
  if (!parsed.success || parsed.data.close === undefined) return NOTHING;
  const said = parsed.data;
  return {
    name: said.name,
    exchange: said.exchange,
    markets: market(said.mic_code),
    price: readFigure(said.close),
    previousClose: readOptionalFigure(said.previous_close),
    change: readOptionalFigure(said.change),
    changePercent: readOptionalFigure(said.percent_change),
    currency: said.currency,
    marketState:
      said.is_market_open === true ? 'regular' : said.is_market_open === false ? 'closed' : 'unknown',
    // `timestamp` is when the day's candle opened; the last minute with a trade is what the price is of.
    quotedAt: parseEpoch(said.last_quote_at, 'seconds') ?? parseEpoch(said.timestamp, 'seconds'),
    // Real time for the United States in every plan; other markets by plan, a quarter of an hour late at worst.
    delayMinutes: US.has(marketOf(mic)) ? 0 : 15,
  };
};

const readSeries = (json: unknown, asOf: Date): RawAnswer => {
  const parsed = series.safeParse(json);
  if (!parsed.success) return NOTHING;
  const { meta, values } = parsed.data;
  const price = priceAsOf(
    values.map(({ datetime, close }) => ({ start: parseLocal(datetime, 'UTC'), close })),
    asOf,
  );
  return 'code' in price
    ? price
    : { ...price, markets: market(meta.mic_code), currency: meta.currency, exchange: meta.exchange };
};

/** An error has its status and its words in the answer, of a symbol or of all: https://twelvedata.com/docs#errors. */
const refusalIn = (json: unknown): Refusal | undefined => {
  const refused = refusal.safeParse(json);
  return refused.success ? failureOfStatus(refused.data.code, undefined, JSON.stringify(json)) : undefined;
};

const read = (json: unknown, instrument: Instrument, asOf: Date | undefined): RawAnswer => {
  return refusalIn(json) ?? (asOf ? readSeries(json, asOf) : readQuote(json, instrument));
};

const inUtc = (moment: Date): string => moment.toISOString().slice(0, 19).replace('T', ' ');

/**
 * Twelve Data, `/quote` and `/time_series`; shapes, batches and errors as in https://twelvedata.com/docs (market data,
 * errors, batch requests), caps as in https://twelvedata.com/pricing: 8 credits a minute and 800 a day, one for each
 * symbol. A batch is of one market (the United States, or one `mic_code`), so several markets are several requests of
 * one call; credits are the same. The answer for one symbol is not wrapped, that for several is keyed by symbol.
 */
const twelveData: ProviderModule = {
  init({ apiKey, baseUrl = BASE_URL, perMinute, perDay, licence = 'internal', now = () => new Date() }) {
    const key = requireKey(NAME, apiKey);

    const ask = async (
      asked: SymbolBatch,
      asOf: Date | undefined,
      signal: AbortSignal,
    ): Promise<RawAnswers> => {
      const meant = [...asked].flatMap(([spelt, [instrument]]) =>
        instrument ? [{ spelt, instrument, symbol: spelt.split(':', 1)[0] ?? spelt }] : [],
      );
      const place = marketOf(meant[0]?.instrument.mic ?? '');
      const window = asOf && barWindow(asOf);
      const url = vendorUrl(baseUrl, asOf ? '/time_series' : '/quote', {
        symbol: meant.map(({ symbol }) => symbol).join(','),
        ...(US.has(place) ? { country: 'United States' } : { mic_code: CODES[place] ?? place }),
        ...(window && {
          interval: '1min',
          start_date: inUtc(window.from),
          end_date: inUtc(window.to),
          outputsize: '1',
          timezone: 'UTC',
        }),
      });
      // Where one symbol was asked for, a 404 is about it; several have their errors inside the answer.
      const one = meant.length === 1;
      const got = await fetchJson(url, {
        headers: { authorization: `apikey ${key}` },
        signal,
        unknownOn404: one,
        now,
      });
      if ('failure' in got) return got.failure;
      const refused = one ? undefined : refusalIn(got.json);
      if (refused) return refused;
      const [first] = meant;
      const wrapped = one && first ? { [first.symbol]: got.json } : got.json;
      const answers = z.record(z.string(), z.unknown()).safeParse(wrapped);
      if (!answers.success) return NOTHING;
      return new Map(
        meant.flatMap(({ spelt, instrument, symbol }) => {
          const json = answers.data[symbol];
          return json === undefined ? [] : [[spelt, read(json, instrument, asOf)] as const];
        }),
      );
    };

    return {
      name: NAME,
      attribution: 'Quotes by Twelve Data.',
      licence,
      delayMinutes: 15,
      maxBatch: 120,
      limits: planLimits('instrument', { perMinute, perDay }, { perMinute: 8, perDay: 800 }),
      answersAsOf: true,
      getQuotes: ({ instruments, asOf, signal }) =>
        requestBatch(
          {
            name: NAME,
            spelling: twelveDataSpelling,
            statesCurrency: true,
            sharing: ({ mic }) => (US.has(marketOf(mic)) ? 'US' : mic),
            now,
          },
          { instruments, asOf },
          (asked) => ask(asked, asOf, signal),
        ),
    };
  },
};

export default twelveData;
