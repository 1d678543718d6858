import type { QuoteBox } from '../../article/article';
import type { CompanyCard, ListAnswer, Ticker, TickerCard } from './answers';
import { inLocale } from './company';
import { liveQuotesField, readLiveQuotes } from './live-quotes';
import { textOf, type PageRequest } from './page-request';

/** A found company, in the locale of the page if it is translated. */
export interface FoundCompany extends CompanyCard {
  locale: string;
  tickers: TickerCard[];
}

export interface SearchData {
  /** The text to search for; undefined if the address has none. */
  wanted: string | undefined;
  companies: FoundCompany[];
  tickers: Ticker[];
  strip: QuoteBox | undefined;
  graphql: string;
}

/** In characters. The longest names of companies have about eighty. */
const LONGEST = 100;

/** The most entries that are shown of each type. */
const MOST = 20;

/** `XNAS:MSFT`, `NASDAQ: MSFT`: a listing by exchange and symbol. */
const LISTING = /^([^:]{1,30}?)\s*:\s*(\S{1,20})$/;

/**
 * Filters for listings: by symbol if the text is a listing, otherwise by the start of the symbol, a part of the name, or the ISIN.
 */
const tickerFilters = (text: string): { rest: string; graphql: string } => {
  const symbol = LISTING.exec(text)?.[2];
  if (symbol !== undefined) {
    return {
      rest: `filters[symbol][$eqi]=${encodeURIComponent(symbol)}`,
      graphql: `{ symbol: { eqi: ${JSON.stringify(symbol)} } }`,
    };
  }
  // Symbols are stored in capital letters.
  const [name, capitals] = [encodeURIComponent(text), encodeURIComponent(text.toUpperCase())];
  const [quoted, quotedCapitals] = [JSON.stringify(text), JSON.stringify(text.toUpperCase())];
  return {
    rest: `filters[$or][0][symbol][$startsWith]=${capitals}&filters[$or][1][name][$containsi]=${name}&filters[$or][2][isin][$eqi]=${name}`,
    graphql: `{ or: [{ symbol: { startsWith: ${quotedCapitals} } }, { name: { containsi: ${quoted} } }, { isin: { eqi: ${quoted} } }] }`,
  };
};

/** Puts listings of the named exchange first, because a ticker may have another label than the reader knows, or none. */
const byExchange = (tickers: readonly Ticker[], text: string): Ticker[] => {
  const exchange = LISTING.exec(text)?.[1]?.toUpperCase();
  const isNamed = (ticker: Ticker): boolean =>
    ticker.mic === exchange || ticker.exchange?.toUpperCase() === exchange;
  return [...tickers.filter(isNamed), ...tickers.filter((ticker) => !isNamed(ticker))];
};

const companiesAddress = (text: string): string => {
  const name = encodeURIComponent(text);
  return [
    `/api/companies?locale=*&filters[$or][0][name][$containsi]=${name}&filters[$or][1][legalName][$containsi]=${name}`,
    '&fields=name,slug,sector,locale&populate[tickers][fields]=symbol,mic,exchange,name',
    `&sort=name:asc&pagination[pageSize]=${4 * MOST}`,
  ].join('');
};

const tickersAddress = (text: string): string =>
  [
    `/api/tickers?${tickerFilters(text).rest}&fields=symbol,mic,exchange,name,currency,instrumentType,listingStatus`,
    `&populate[company][fields]=name,slug,sector&sort=symbol:asc&pagination[pageSize]=${MOST}`,
  ].join('');

const searchFields = (text: string): string =>
  [
    `companies(locale: "*", filters: { or: [{ name: { containsi: ${JSON.stringify(text)} } }, { legalName: { containsi: ${JSON.stringify(text)} } }] }, sort: "name:asc", pagination: { pageSize: ${4 * MOST} }) {`,
    '  documentId name slug sector locale',
    '  tickers { documentId symbol mic exchange name }',
    '}',
    `tickers(filters: ${tickerFilters(text).graphql}, sort: "symbol:asc", pagination: { pageSize: ${MOST} }) {`,
    '  documentId symbol mic exchange name currency instrumentType listingStatus',
    '  company { documentId name slug sector }',
    '}',
  ].join('\n');

/** Keeps each document once, in the version for the page's locale. */
const eachOnce = (versions: readonly FoundCompany[], request: PageRequest): FoundCompany[] => {
  const documentIds = [...new Set(versions.map(({ documentId }) => documentId))];
  return documentIds.flatMap(
    (documentId) =>
      inLocale(
        versions.filter((version) => version.documentId === documentId),
        request,
      ) ?? [],
  );
};

/** Searches companies and listings by name or symbol. */
export const readSearch = async (request: PageRequest): Promise<SearchData> => {
  const text = textOf(request.query, 'q');
  // Cut by characters, because half of a surrogate pair is not valid text.
  const wanted = text && [...text].slice(0, LONGEST).join('');
  const live = request.hasQuotes ? [liveQuotesField()] : [];
  if (wanted === undefined) {
    const strip = await readLiveQuotes(request);
    return { wanted, companies: [], tickers: [], strip, graphql: live.join('\n') };
  }
  const [companies, tickers, strip] = await Promise.all([
    request.api.get<ListAnswer<FoundCompany>>(companiesAddress(wanted)),
    request.api.get<ListAnswer<Ticker>>(tickersAddress(wanted)),
    readLiveQuotes(request),
  ]);
  return {
    wanted,
    companies: eachOnce(companies.data, request).slice(0, MOST),
    tickers: byExchange(tickers.data, wanted),
    strip,
    graphql: [searchFields(wanted), ...live].join('\n'),
  };
};
