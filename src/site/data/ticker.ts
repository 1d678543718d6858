import type { LiveQuote, QuoteBox } from '../../article/article';
import type { ArticleCard, ListAnswer, Ticker } from './answers';
import { articlesField, readArticles } from './article-lists';
import { liveQuotesField, readLiveQuotes } from './live-quotes';
import { pageOf, type PageRequest } from './page-request';

export interface TickerData {
  ticker: Ticker;
  quote: LiveQuote | undefined;
  /** Includes the notice and the credit of the quote. */
  quotes: QuoteBox | undefined;
  articles: ListAnswer<ArticleCard>;
  strip: QuoteBox | undefined;
  graphql: string;
}

const LIST_SIZE = 15;

const FIELDS = 'symbol,mic,exchange,name,currency,instrumentType,isin,figi,listingStatus'.split(',');

const tickerAddress = (mic: string, symbol: string): string =>
  [
    `/api/tickers?filters[mic][$eq]=${encodeURIComponent(mic)}&filters[symbol][$eq]=${encodeURIComponent(symbol)}`,
    `&fields=${FIELDS.join(',')}&populate[company][fields]=name,slug,sector&pagination[pageSize]=1`,
  ].join('');

const tickerField = ({ mic, symbol }: Ticker): string =>
  [
    `tickers(filters: { mic: { eq: ${JSON.stringify(mic)} }, symbol: { eq: ${JSON.stringify(symbol)} } }) {`,
    `  documentId ${FIELDS.join(' ')}`,
    '  company { documentId name slug sector }',
    '}',
  ].join('\n');

/**
 * Reads the page of a listing.
 *
 * @returns undefined if the newsroom has no such ticker, or if its list of articles has no such page
 */
export const readTickerPage = async (
  { mic, symbol }: { mic: string; symbol: string },
  request: PageRequest,
): Promise<TickerData | undefined> => {
  const page = pageOf(request.query);
  if (page === undefined) return undefined;
  const {
    data: [ticker],
  } = await request.api.get<ListAnswer<Ticker>>(tickerAddress(mic, symbol));
  if (!ticker) return undefined;
  const instrument = `${ticker.mic}:${ticker.symbol}`;
  const choice = { ticker: ticker.documentId };
  const [articles, quotes, strip] = await Promise.all([
    readArticles(request, choice, page, LIST_SIZE),
    readLiveQuotes(request, [instrument]),
    readLiveQuotes(request),
  ]);
  if (page > 1 && articles.data.length === 0) return undefined;
  const graphql = [
    tickerField(ticker),
    articlesField(request, choice, page, LIST_SIZE),
    ...(quotes ? [liveQuotesField([instrument], 'listing')] : []),
    ...(request.hasQuotes ? [liveQuotesField()] : []),
  ].join('\n');
  return { ticker, quote: quotes?.data[0], quotes, articles, strip, graphql };
};
