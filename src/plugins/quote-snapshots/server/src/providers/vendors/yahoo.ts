import { z } from 'zod';
import type { ProviderModule } from '../quote-provider';
import type { RawAnswer, RawAnswers, SymbolBatch } from '../batches/raw-answers';
import { requestBatch, requestEach } from '../batches/request-batch';
import { lenient, lenientList, unvalidated } from '../http/lenient-schema';
import { failure } from '../market-data/failure';
import { barWindow, priceAsOf } from '../market-data/minute-bars';
import type { MarketState } from '../market-data/quote';
import { readFigure, readOptionalFigure } from '../market-data/read-figure';
import { parseEpoch, parseIso } from '../market-data/read-time';
import { bare, suffixed, US_EXCHANGES, US_OTC, type SymbolSpelling } from '../market-data/symbol-spelling';
import { planLimits } from '../quotas/plan-limits';
import { catchYahooFault, createClient, type Call, type YahooClient } from './yahoo-client';
import { YAHOO_MARKS, YAHOO_SUFFIXES } from './yahoo-suffixes';

const NAME = 'yahoo';

/** Yahoo keeps minute prices for 30 days. One day less allows for the time that a request takes. */
const MINUTES_KEPT_MS = 29 * 24 * 60 * 60_000;

export const yahooSpelling: SymbolSpelling = {
  ...YAHOO_MARKS,
  markets: { ...bare([...US_EXCHANGES, ...US_OTC]), ...suffixed(YAHOO_SUFFIXES) },
};

/** Yahoo's codes of the markets of the United States. For other markets the symbol's suffix identifies the exchange. */
const EXCHANGES: Readonly<Record<string, readonly string[]>> = {
  NMS: ['XNAS'],
  NGM: ['XNAS'],
  NCM: ['XNAS'],
  NAS: ['XNAS'],
  NYQ: ['XNYS'],
  ASE: ['XASE'],
  PCX: ['ARCX'],
  BTS: ['BATS'],
  PNK: ['PINX'],
  OQB: ['OTCB'],
  OQX: ['OTCQ'],
  OEM: ['OTCM'],
  // “OTC Markets OTCID”, the tier that took the place of the Pink market's upper ones in 2025.
  OID: ['OTCM'],
};

const STATES: Readonly<Record<string, MarketState>> = {
  PREPRE: 'closed',
  PRE: 'pre',
  REGULAR: 'regular',
  POST: 'post',
  POSTPOST: 'closed',
  CLOSED: 'closed',
};

/** How many decimals of a listing's price Yahoo shows. Minute prices are 32-bit floats, whose decimals mean nothing. */
const hint = lenient(z.int().min(0).max(10));

const row = z.object({
  symbol: z.string(),
  longName: lenient(z.string()),
  shortName: lenient(z.string()),
  exchange: lenient(z.string()),
  fullExchangeName: lenient(z.string()),
  currency: lenient(z.string()),
  marketState: lenient(z.string()),
  priceHint: hint,
  regularMarketPrice: unvalidated,
  regularMarketPreviousClose: unvalidated,
  regularMarketChange: unvalidated,
  regularMarketChangePercent: unvalidated,
  regularMarketTime: unvalidated,
  exchangeDataDelayedBy: unvalidated,
});
const chart = z.object({
  meta: z.object({
    currency: lenient(z.string()),
    exchangeName: lenient(z.string()),
    fullExchangeName: lenient(z.string()),
    priceHint: hint,
  }),
  quotes: z.array(z.object({ date: unvalidated, close: unvalidated })),
});

/** The library converts known times to dates, and leaves others as Yahoo's seconds. */
const readTime = (value: unknown): Date | null =>
  value instanceof Date ? value : (parseEpoch(value, 'seconds') ?? parseIso(value));

const marketsOf = (code: string | null | undefined): readonly string[] => EXCHANGES[code ?? ''] ?? [];

const readRow = (said: z.infer<typeof row>): RawAnswer => {
  const price = readFigure(said.regularMarketPrice);
  return {
    name: said.longName ?? said.shortName,
    exchange: said.fullExchangeName,
    markets: marketsOf(said.exchange),
    price,
    previousClose: readOptionalFigure(said.regularMarketPreviousClose),
    change: readOptionalFigure(said.regularMarketChange),
    changePercent: readOptionalFigure(said.regularMarketChangePercent),
    ...(typeof said.priceHint === 'number' ? { priceDecimals: said.priceHint } : {}),
    currency: said.currency,
    marketState: STATES[said.marketState ?? ''] ?? 'unknown',
    quotedAt: readTime(said.regularMarketTime),
    delayMinutes: readOptionalFigure(said.exchangeDataDelayedBy),
  };
};

interface Connection {
  client: YahooClient;
  now: () => Date;
}

const callOptions = (signal: AbortSignal): Call => ({ validateResult: false, fetchOptions: { signal } });

const sendSymbols = async (
  { client }: Connection,
  batch: SymbolBatch,
  signal: AbortSignal,
): Promise<RawAnswers> => {
  const response = await client.quote([...batch.keys()], { return: 'array' }, callOptions(signal));
  const parsed = lenientList(row).safeParse(response);
  if (!parsed.success) return failure('bad-answer', "The provider's answer has no list of quotes.");
  return new Map(parsed.data.flatMap((given) => (given ? [[given.symbol, readRow(given)] as const] : [])));
};

const requestPriceAsOf = async (
  { client, now }: Connection,
  symbol: string,
  asOf: Date,
  signal: AbortSignal,
): Promise<RawAnswer> => {
  const earliest = now().getTime() - MINUTES_KEPT_MS;
  const { from, to } = barWindow(asOf);
  if (to.getTime() < earliest) {
    const tooOld = 'The provider keeps prices by the minute for 30 days, and that moment is older.';
    return { ...failure('no-price', tooOld), retryable: false };
  }
  const period1 = new Date(Math.max(from.getTime(), earliest));
  // Yahoo excludes the end of the period.
  const period2 = new Date(to.getTime() + 60_000);
  const response = await client.chart(
    symbol,
    // The library requests extended hours by default, but live quotes are of the regular session.
    { period1, period2, interval: '1m', includePrePost: false },
    callOptions(signal),
  );
  const parsed = chart.safeParse(response);
  if (!parsed.success) return failure('bad-answer', "The provider's answer has no prices.");
  const { meta, quotes } = parsed.data;
  const price = priceAsOf(
    quotes.map(({ date, close }) => ({ start: readTime(date), close })),
    asOf,
  );
  if ('code' in price) return price;
  return {
    ...price,
    ...(typeof meta.priceHint === 'number' ? { priceDecimals: meta.priceHint } : {}),
    currency: meta.currency,
    exchange: meta.fullExchangeName,
    markets: marketsOf(meta.exchangeName),
  };
};

/**
 * Yahoo Finance through `yahoo-finance2` (`quote` and `chart`, https://github.com/gadicc/yahoo-finance2), which is loaded
 * only where this provider is chosen. The API is not official: it has no key, states no caps and breaks now and then. An
 * unknown symbol is left out.
 */
const yahoo: ProviderModule = {
  init({
    baseUrl,
    perMinute,
    perDay,
    licence = 'internal',
    appRoot = process.cwd(),
    now = () => new Date(),
  }) {
    const connection: Connection = { client: createClient(appRoot, baseUrl, now), now };
    const vendor = { name: NAME, spelling: yahooSpelling, statesCurrency: true, now };
    return {
      name: NAME,
      attribution: 'Quotes by Yahoo Finance.',
      licence,
      delayMinutes: 15,
      // Not documented. Fifty symbols stay far below any limit on a URL's length.
      maxBatch: 50,
      limits: planLimits('request', { perMinute, perDay }),
      answersAsOf: true,
      maxBatchAsOf: 1,
      getQuotes: (request) => {
        const { asOf, signal } = request;
        return asOf
          ? requestEach(vendor, request, (symbol) =>
              catchYahooFault(requestPriceAsOf(connection, symbol, asOf, signal), signal),
            )
          : requestBatch(vendor, request, (batch) =>
              catchYahooFault(sendSymbols(connection, batch, signal), signal),
            );
      },
    };
  },
};

export default yahoo;
