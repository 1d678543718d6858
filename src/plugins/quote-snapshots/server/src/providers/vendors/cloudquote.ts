import { z } from 'zod';
import type { ProviderModule } from '../quote-provider';
import type { RawAnswer, RawAnswers, SymbolBatch } from '../batches/raw-answers';
import { requestBatch, requestEach } from '../batches/request-batch';
import { fetchJson, vendorUrl } from '../http/fetch-json';
import { lenient, lenientList, unvalidated } from '../http/lenient-schema';
import { requireKey } from '../http/require-key';
import { failure } from '../market-data/failure';
import { barWindow, priceAsOf } from '../market-data/minute-bars';
import { readFigure } from '../market-data/read-figure';
import { parseEpoch } from '../market-data/read-time';
import { DOTTED, bare, US_EXCHANGES, US_OTC, type SymbolSpelling } from '../market-data/symbol-spelling';
import { planLimits } from '../quotas/plan-limits';

const NAME = 'cloudquote';
const BASE_URL = 'https://api.cloudquote.io';

/** CloudQuote's prefix for each market before a symbol. US symbols have none. */
const PREFIXES: Readonly<Record<string, string>> = {
  XTSE: 'TSX',
  XTSX: 'TSXV',
  XCNQ: 'CSE',
  NEOE: 'NEO',
  XLON: 'LSE',
  AIMX: 'LSE',
  XETR: 'ETR',
  XFRA: 'FRA',
  XPAR: 'EPA',
  XAMS: 'AMS',
  XBRU: 'EBR',
  XMIL: 'BIT',
  XMAD: 'BME',
  XSWX: 'SWX',
  XSTO: 'STO',
  XCSE: 'CPH',
  XHEL: 'HEL',
  XOSL: 'OSL',
  XASX: 'ASX',
  XNZE: 'NZX',
  XHKG: 'HKG',
  XTKS: 'TYO',
  XNSE: 'NSE',
  XBOM: 'BOM',
  XSES: 'SGX',
  XKRX: 'KRX',
  XJSE: 'JSE',
  XTAE: 'TASE',
};

export const cloudquoteSpelling: SymbolSpelling = {
  ...DOTTED,
  markets: {
    ...bare([...US_EXCHANGES, ...US_OTC]),
    ...Object.fromEntries(Object.entries(PREFIXES).map(([mic, prefix]) => [mic, { prefix: `${prefix}:` }])),
  },
};

/** CloudQuote's names of US markets, by which an article with the wrong market is noticed. */
const US_NAMES: Readonly<Record<string, readonly string[]>> = {
  XNAS: ['NASDAQ', 'NASDAQGS', 'NASDAQGM', 'NASDAQCM', 'NMS', 'NAS'],
  XNYS: ['NYSE'],
  XASE: ['AMEX', 'NYSE AMERICAN', 'NYSE MKT'],
  ARCX: ['ARCA', 'NYSE ARCA', 'NYSEARCA'],
};

/** The markets that a row's exchange may mean; empty if it is not known. */
const marketsOf = (given: Row): string[] => {
  const said = (given.ExchangePrefixCode ?? given.ExchangeShortName)?.trim().toUpperCase();
  if (!said) return [];
  const prefixes = Object.entries(PREFIXES).filter(([, prefix]) => prefix === said);
  const us = Object.entries(US_NAMES).filter(([, names]) => names.includes(said));
  return [...prefixes, ...us].map(([market]) => market);
};

/** Every field is optional. */
const row = z.object({
  Symbol: lenient(z.string()),
  Name: lenient(z.string()),
  ShortName: lenient(z.string()),
  Price: unvalidated,
  PrevClose: lenient(z.number()),
  Change: lenient(z.number()),
  ChangePercent: lenient(z.number()),
  LastTradeTime: lenient(z.number()),
  Delay: lenient(z.number()),
  ExchangeShortName: lenient(z.string()),
  ExchangePrefixCode: lenient(z.string()),
  ExchangeDefaultCurrency: lenient(z.string()),
  NominalCurrencyCode: lenient(z.string()),
});
const answer = z.object({ rows: lenientList(row) });
/** A minute: its time (epoch milliseconds), its price, and the volume of the day so far. */
const tick = z.tuple([z.number(), unvalidated]).rest(unvalidated);
const ticks = z.object({ rows: lenientList(tick) });
type Row = z.infer<typeof row>;

/** The symbol of a row as it was requested (`LSE:RIO`); undefined if the row has none. */
const rowSymbol = (given: Row): string | undefined => {
  const symbol = given.Symbol?.trim().toUpperCase();
  if (!symbol) return undefined;
  const prefix = given.ExchangePrefixCode?.trim().toUpperCase();
  const known = Object.values(PREFIXES).some((value) => value === prefix);
  return known && !symbol.includes(':') ? `${prefix}:${symbol}` : symbol;
};

/**
 * Rows come in the requested order, but every field is optional and rows may be missing. A row's own symbol counts. The order is
 * used only if no row has a symbol and none is missing.
 */
const matchRows = (symbols: readonly string[], rows: readonly (Row | null)[]): Map<string, Row> => {
  const named = new Map<string, Row>();
  for (const given of rows) {
    const symbol = given && rowSymbol(given);
    if (given && symbol && !named.has(symbol)) named.set(symbol, given);
  }
  if (named.size > 0 || rows.length !== symbols.length) return named;
  return new Map(symbols.flatMap((symbol, index) => (rows[index] ? [[symbol, rows[index]] as const] : [])));
};

const readRow = (given: Row): RawAnswer => ({
  name: given.Name ?? given.ShortName ?? null,
  exchange: given.ExchangeShortName ?? null,
  markets: marketsOf(given),
  price: readFigure(given.Price),
  previousClose: given.PrevClose ?? null,
  change: given.Change ?? null,
  changePercent: given.ChangePercent ?? null,
  currency: given.NominalCurrencyCode ?? given.ExchangeDefaultCurrency ?? null,
  quotedAt: parseEpoch(given.LastTradeTime, 'milliseconds'),
  delayMinutes: given.Delay ?? null,
});

interface Connection {
  baseUrl: string;
  headers: Record<string, string>;
  now: () => Date;
}

const sendSymbols = async (
  { baseUrl, headers, now }: Connection,
  batch: SymbolBatch,
  signal: AbortSignal,
): Promise<RawAnswers> => {
  const symbols = [...batch.keys()];
  const url = vendorUrl(baseUrl, '/fcon/getQuote.json', { symbol: symbols.join(',') });
  const response = await fetchJson(url, { headers, signal, now });
  if ('failure' in response) return response.failure;
  const parsed = answer.safeParse(response.json);
  if (!parsed.success) return failure('bad-answer', "The provider's answer has no list of quotes.");
  const rows = matchRows(symbols, parsed.data.rows);
  return new Map([...rows].map(([symbol, given]) => [symbol, readRow(given)] as const));
};

const requestPriceAsOf = async (
  { baseUrl, headers, now }: Connection,
  symbol: string,
  asOf: Date,
  signal: AbortSignal,
): Promise<RawAnswer> => {
  const { from, to } = barWindow(asOf);
  const url = vendorUrl(baseUrl, '/fcon/getPriceTicks.json', {
    symbol,
    from: from.toISOString(),
    to: to.toISOString(),
  });
  const response = await fetchJson(url, { headers, signal, now });
  if ('failure' in response) return response.failure;
  const parsed = ticks.safeParse(response.json);
  if (!parsed.success) return failure('bad-answer', "The provider's answer has no list of prices.");
  const minutes = parsed.data.rows.flatMap((given) => (given ? [given] : []));
  return priceAsOf(
    minutes.map(([at, price]) => ({ start: parseEpoch(at, 'milliseconds'), close: price })),
    asOf,
  );
};

/**
 * CloudQuote (FinancialContent), `getQuote.json`: https://www.cloudquote.io/products/api/fcon-getQuote. Every request needs
 * a key. `AfterHoursPrice` is not read: the price of a publication is the regular session's. Prices of past minutes
 * (`getPriceTicks.json`, https://www.cloudquote.io/products/api/fcon-getPriceTicks) are of United States listings and the
 * last thirty days alone, one symbol a request.
 */
const cloudquote: ProviderModule = {
  init({ apiKey, baseUrl = BASE_URL, perMinute, perDay, licence = 'display', now = () => new Date() }) {
    // The key is sent in a header, because query strings are written to logs.
    const headers = { authorization: `privateKey ${requireKey(NAME, apiKey)}` };
    const connection: Connection = { baseUrl, headers, now };
    const vendor = { name: NAME, spelling: cloudquoteSpelling, statesCurrency: true, now };
    return {
      name: NAME,
      attribution: 'Quotes by CloudQuote.io.',
      licence,
      delayMinutes: 20,
      // Not documented. Fifty symbols stay far below any limit on a URL's length.
      maxBatch: 50,
      limits: planLimits('request', { perMinute, perDay }),
      answersAsOf: true,
      asOfMarkets: [...US_EXCHANGES],
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

export default cloudquote;
