import { z } from 'zod';
import { formatInstrument, type Instrument } from '../instruments/instrument';
import { checkQuote, type RawQuote } from './check-quote';
import { failAll, failure } from './failures';
import { fetchJson } from './http';
import { decimalsOf } from './minor-units';
import type { ProviderModule, QuoteOutcome } from './provider';

const BASE_URL = 'https://api.cloudquote.io';

/**
 * How CloudQuote spells a market before a symbol. US symbols are bare. A market that is not here cannot be asked
 * for: a bare symbol would be answered with the US listing of that name.
 */
const PREFIXES: Readonly<Record<string, string>> = {
  XNAS: '',
  XNYS: '',
  XASE: '',
  ARCX: '',
  BATS: '',
  OTCQ: '',
  OTCB: '',
  PINX: '',
  OTCM: '',
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

/** US markets as CloudQuote names them. A US symbol stands for one listing, but the article may name the wrong market. */
const US_NAMES: Readonly<Record<string, readonly string[]>> = {
  XNAS: ['NASDAQ', 'NASDAQGS', 'NASDAQGM', 'NASDAQCM', 'NMS', 'NAS'],
  XNYS: ['NYSE'],
  XASE: ['AMEX', 'NYSE AMERICAN', 'NYSE MKT'],
  ARCX: ['ARCA', 'NYSE ARCA', 'NYSEARCA'],
};

/** Whether a row names a market that is surely another than the one asked for. */
const namesAnother = ({ mic }: Instrument, given: Row): boolean => {
  const said = (given.ExchangePrefixCode ?? given.ExchangeShortName)?.trim().toUpperCase();
  if (!said) return false;
  const prefixes = Object.entries(PREFIXES).filter(([, prefix]) => prefix === said);
  const us = Object.entries(US_NAMES).filter(([, names]) => names.includes(said));
  const markets = [...prefixes, ...us].map(([market]) => market);
  return markets.length > 0 && !markets.includes(mic);
};

/** Every field is optional, and a wrong type counts as absent: one bad field must not cost the whole batch. */
const loose = <T extends z.ZodType>(schema: T) => schema.nullish().catch(null);
const row = z.object({
  Symbol: loose(z.string()),
  Name: loose(z.string()),
  ShortName: loose(z.string()),
  Price: z.unknown(),
  PrevClose: loose(z.number()),
  Change: loose(z.number()),
  ChangePercent: loose(z.number()),
  LastTradeTime: loose(z.number()),
  Delay: loose(z.number()),
  ExchangeShortName: loose(z.string()),
  ExchangePrefixCode: loose(z.string()),
  ExchangeDefaultCurrency: loose(z.string()),
  NominalCurrencyCode: loose(z.string()),
});
const answer = z.object({ rows: z.array(row.nullable().catch(null)) });
type Row = z.infer<typeof row>;

const vendorSymbol = ({ mic, symbol }: Instrument): string | undefined => {
  const prefix = PREFIXES[mic];
  if (prefix === undefined) return undefined;
  return prefix === '' ? symbol : `${prefix}:${symbol}`;
};

/** The symbol that a row says it is for, in our spelling of theirs (`LSE:RIO`), or undefined if it says nothing. */
const rowSymbol = (given: Row): string | undefined => {
  const symbol = given.Symbol?.trim().toUpperCase();
  if (!symbol) return undefined;
  const prefix = given.ExchangePrefixCode?.trim().toUpperCase();
  const known = Object.values(PREFIXES).some((value) => value !== '' && value === prefix);
  return known && !symbol.includes(':') ? `${prefix}:${symbol}` : symbol;
};

/**
 * Rows come in the order requested, but every field is optional and rows may be missing: a row that names its
 * symbol is believed, and the order only where no row names any and none is missing.
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

/** A price is a number; anything else is told apart: absent, or no number (`"NA"`). */
const priceOf = (given: Row): number | null => {
  if (given.Price === undefined || given.Price === null || given.Price === 'NA') return null;
  return typeof given.Price === 'number' ? given.Price : Number.NaN;
};

const rawQuote = (given: Row): RawQuote => ({
  name: given.Name ?? given.ShortName ?? null,
  exchange: given.ExchangeShortName ?? null,
  price: priceOf(given),
  previousClose: given.PrevClose ?? null,
  change: given.Change ?? null,
  changePercent: given.ChangePercent ?? null,
  priceDecimals: Math.max(2, decimalsOf(priceOf(given) ?? 0)),
  currency: given.NominalCurrencyCode ?? given.ExchangeDefaultCurrency ?? null,
  quotedAt: given.LastTradeTime ? new Date(given.LastTradeTime) : null,
  delayMinutes: given.Delay ?? null,
});

/**
 * CloudQuote (FinancialContent), `getQuote.json`; shapes as collected from its documentation and pages.
 * `AfterHoursPrice` is not read: the price of a publication is the regular session's, as the quote box shows it.
 */
const cloudquote: ProviderModule = {
  init({ apiKey, baseUrl = BASE_URL, perMinute, perDay, now = () => new Date() }) {
    return {
      name: 'cloudquote',
      attribution: 'Quotes by CloudQuote.io.',
      licence: 'display',
      delayMinutes: 20,
      // Not documented; a request of fifty symbols stays far below any limit on a URL's length.
      maxBatch: 50,
      limits: { counts: 'request', perMinute, perDay },
      answersAsOf: false,

      async getQuotes({ instruments, signal }) {
        const outcomes = new Map<string, QuoteOutcome>();
        const asked = new Map<string, Instrument>();
        for (const instrument of instruments) {
          const symbol = vendorSymbol(instrument);
          if (symbol !== undefined) asked.set(symbol, instrument);
          else {
            const message = `The provider “cloudquote” does not cover the market ${instrument.mic}.`;
            outcomes.set(formatInstrument(instrument), { failure: failure('unknown-instrument', message) });
          }
        }
        if (asked.size === 0) return outcomes;

        const url = new URL('/fcon/getQuote.json', baseUrl);
        url.searchParams.set('symbol', [...asked.keys()].join(','));
        // The key goes in a header: a query string ends up in logs.
        const headers: Record<string, string> = apiKey ? { authorization: `privateKey ${apiKey}` } : {};
        const got = await fetchJson(url, { headers, signal, now });
        const believed = 'json' in got ? answer.safeParse(got.json) : undefined;
        if ('failure' in got || !believed?.success) {
          const reason =
            'failure' in got
              ? got.failure
              : failure('bad-answer', "The provider's answer has no list of quotes.");
          return new Map([...outcomes, ...failAll([...asked.values()], reason)]);
        }
        const rows = matchRows([...asked.keys()], believed.data.rows);
        for (const [symbol, instrument] of asked) {
          const given = rows.get(symbol);
          const named = formatInstrument(instrument);
          outcomes.set(
            named,
            given && namesAnother(instrument, given)
              ? {
                  failure: failure(
                    'wrong-listing',
                    `The provider answered for ${named} with another listing.`,
                  ),
                }
              : given
                ? checkQuote(instrument, rawQuote(given), now())
                : { failure: failure('unknown-instrument', `The provider does not know ${named}.`) },
          );
        }
        return outcomes;
      },
    };
  },
};

export default cloudquote;
