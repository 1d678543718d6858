import { z } from 'zod';
import type { Instrument } from '../../instruments/instrument';
import { requestBatch, type SymbolBatch, type RawAnswer } from '../client/request-batch';
import { requireKey } from '../http/require-key';
import { requestEach } from '../client/request-each';
import { failure } from '../market-data/failure';
import { readFigure, readOptionalFigure } from '../market-data/read-figure';
import { fetchJson, vendorUrl, type JsonAnswer } from '../http/fetch-json';
import { unvalidated } from '../http/lenient-schema';
import { sessionClose } from '../market-data/session-close';
import { barWindow, priceAsOf } from '../market-data/minute-bars';
import { parseLocal } from '../market-data/read-time';
import { isPaidPlan, planLimits } from '../quotas/plan-limits';
import type { ProviderModule } from '../client/quote-provider';
import { refusalInJson } from '../http/refusal-texts';
import { createRequestInterval } from '../quotas/request-interval';
import { bare, suffixed, US_EXCHANGES, US_OTC, type SymbolSpelling } from '../market-data/symbol-spelling';

const NAME = 'alpha-vantage';
const BASE_URL = 'https://www.alphavantage.co';
const DELAY_MINUTES = 15;

/** Classes and preferreds as in its `LISTING_STATUS` (`BRK-B`, `BAC-P-L`), markets as in its documentation of `symbol`. */
export const alphaVantageSpelling: SymbolSpelling = {
  separator: '-',
  preferred: '-P-',
  units: '-U',
  warrants: '-WS',
  rights: '-R',
  markets: {
    ...bare([...US_EXCHANGES, ...US_OTC]),
    ...suffixed({
      XLON: '.LON',
      AIMX: '.LON',
      XTSE: '.TRT',
      XTSX: '.TRV',
      XETR: '.DEX',
      XBOM: '.BSE',
      XSHG: '.SHH',
      XSHE: '.SHZ',
    }),
  },
};

const body = z.record(z.string(), z.unknown());
const bars = z.record(z.string(), z.object({ '4. close': unvalidated }));

/**
 * A quota that is used up, a plan that does not include something, a wrong key, a symbol that it cannot take: all come with
 * status 200 and words, under names that tell little. `Note` and `Information` in other words than we know are a quota.
 */
const withoutData = (said: Readonly<Record<string, unknown>>): RawAnswer =>
  refusalInJson(said) ??
  ('Note' in said || 'Information' in said
    ? failure('quota', "The provider's quota is used up, or the plan of its key does not include this.")
    : failure('refused', 'The provider did not take the request: its key is missing or wrong.'));

/**
 * Free keys may ask once a second, and who asks sooner gets no answer, which counts:
 * https://github.com/finance-quote/finance-quote/issues/546. A little more, for requests are not as far apart on arrival.
 */
const BETWEEN_REQUESTS_MS = 1_200;

/**
 * Alpha Vantage, `GLOBAL_QUOTE` and `TIME_SERIES_INTRADAY`; shapes as in https://www.alphavantage.co/documentation/,
 * caps as in https://www.alphavantage.co/support/. One symbol a call, 25 calls a day and one a second. The key can only be given in
 * the query. Everything is a string; the quote is of the end of a day, which is all that is said of its time.
 * Minute prices, a month at once, come with paid plans.
 */
const alphaVantage: ProviderModule = {
  init({ apiKey, baseUrl = BASE_URL, perMinute, perDay, licence = 'internal', now = () => new Date() }) {
    const key = requireKey(NAME, apiKey);
    const spacing = createRequestInterval(isPaidPlan({ perMinute, perDay }) ? 0 : BETWEEN_REQUESTS_MS);

    const query = async (parameters: Record<string, string>, signal: AbortSignal): Promise<JsonAnswer> => {
      if (!(await spacing.turn(signal)))
        return { failure: failure('timeout', 'The provider was not asked: others were asked for before.') };
      return fetchJson(vendorUrl(baseUrl, '/query', { ...parameters, apikey: key }), { signal, now });
    };

    const quoteOf = async (
      symbol: string,
      { mic }: Instrument,
      signal: AbortSignal,
    ): Promise<RawAnswer | undefined> => {
      const got = await query({ function: 'GLOBAL_QUOTE', symbol }, signal);
      if ('failure' in got) return got.failure;
      const said = body.safeParse(got.json);
      if (!said.success) return failure('bad-answer', "The provider's answer has no quote.");
      // “Global Quote - DATA DELAYED BY 15 MINUTES” with some plans.
      const [, given] = Object.entries(said.data).find(([field]) => field.startsWith('Global Quote')) ?? [];
      const quote = body.safeParse(given);
      // An unknown symbol is answered with an empty quote, or with nothing at all.
      if (!quote.success) return Object.keys(said.data).length === 0 ? undefined : withoutData(said.data);
      if (Object.keys(quote.data).length === 0) return undefined;
      const close = sessionClose(mic, quote.data['07. latest trading day']);
      const closed = close !== null && close <= now();
      return {
        price: readFigure(quote.data['05. price']),
        previousClose: readOptionalFigure(quote.data['08. previous close']),
        change: readOptionalFigure(quote.data['09. change']),
        changePercent: readOptionalFigure(quote.data['10. change percent']),
        // A day that is not over yet: the price is as old as the delay, at least.
        quotedAt: close && !closed ? new Date(now().getTime() - DELAY_MINUTES * 60_000) : close,
        marketState: closed ? 'closed' : 'unknown',
        delayMinutes: DELAY_MINUTES,
      };
    };

    const pricesOf = async (symbol: string, month: string, signal: AbortSignal) => {
      const got = await query(
        {
          function: 'TIME_SERIES_INTRADAY',
          symbol,
          interval: '1min',
          // What was paid then, not what it would be after the splits since.
          adjusted: 'false',
          // The quotes of now are of the regular session.
          extended_hours: 'false',
          outputsize: 'full',
          month,
        },
        signal,
      );
      if ('failure' in got) return got.failure;
      const said = body.safeParse(got.json);
      if (!said.success) return failure('bad-answer', "The provider's answer has no prices.");
      const series = bars.safeParse(said.data['Time Series (1min)']);
      if (!series.success) return withoutData(said.data);
      const zone = body.safeParse(said.data['Meta Data']).data?.['6. Time Zone'];
      // The answer names the zone; where it should not, its documentation does.
      const clocks =
        typeof zone === 'string' && /^[A-Za-z]+\/[A-Za-z_/]+$/.test(zone) ? zone : 'America/New_York';
      return Object.entries(series.data).map(([start, bar]) => ({
        start: parseLocal(start, clocks),
        close: bar['4. close'],
      }));
    };

    const priceOf = async (
      symbol: string,
      asOf: Date,
      signal: AbortSignal,
    ): Promise<RawAnswer | undefined> => {
      const { from, to } = barWindow(asOf);
      let reading: RawAnswer | undefined;
      // In the first days of a month the last price may be of the month before.
      for (const month of new Set([to, from].map((moment) => moment.toISOString().slice(0, 7)))) {
        const minutes = await pricesOf(symbol, month, signal);
        if (!Array.isArray(minutes)) return minutes;
        reading = priceAsOf(minutes, asOf);
        if (!('code' in reading)) return reading;
      }
      return reading;
    };

    const ask = (asked: SymbolBatch, asOf: Date | undefined, signal: AbortSignal) =>
      requestEach(asked, (symbol) => {
        const [instrument] = asked.get(symbol) ?? [];
        if (!instrument) return Promise.resolve(undefined);
        return asOf ? priceOf(symbol, asOf, signal) : quoteOf(symbol, instrument, signal);
      });

    return {
      name: NAME,
      attribution: 'Quotes by Alpha Vantage.',
      licence,
      delayMinutes: DELAY_MINUTES,
      maxBatch: 1,
      limits: planLimits('request', { perMinute, perDay }, { perDay: 25 }),
      // With a key of the free plan each such question would be refused, and counted.
      answersAsOf: isPaidPlan({ perMinute, perDay }),
      getQuotes: ({ instruments, asOf, signal }) =>
        requestBatch(
          { name: NAME, spelling: alphaVantageSpelling, statesCurrency: false, now },
          { instruments, asOf },
          (asked) => ask(asked, asOf, signal),
        ),
    };
  },
};

export default alphaVantage;
