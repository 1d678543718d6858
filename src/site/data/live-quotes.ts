import type { QuoteBox } from '../../article/article';
import type { PageRequest } from './page-request';
import { ifInTime } from './if-in-time';

const LATEST = '/api/quote-snapshots/latest';

/** The most listings that one request may ask for. */
const MOST_INSTRUMENTS = 50;

/** How long a page waits for live quotes, in milliseconds. If the provider is slow, the page is shown without them. */
const WAIT_MS = 1_500;

const firstOf = (instruments: readonly string[]): string => instruments.slice(0, MOST_INSTRUMENTS).join(',');

/**
 * Reads live quotes.
 *
 * @param instruments as `XNAS:MSFT`; without them, the featured tickers
 * @returns undefined if there are none, or if the provider is slow or cannot be asked
 */
export const readLiveQuotes = async (
  { api, hasQuotes }: PageRequest,
  instruments?: readonly string[],
): Promise<QuoteBox | undefined> => {
  if (!hasQuotes || instruments?.length === 0) return undefined;
  const query = instruments ? `?instruments=${firstOf(instruments)}` : '';
  return ifInTime(WAIT_MS, api.getIfPossible<QuoteBox>(`${LATEST}${query}`));
};

/** The same in GraphQL, as a field of a query. */
export const liveQuotesField = (instruments?: readonly string[], alias = 'latestQuotes'): string => {
  const given = instruments ? `(instruments: ${JSON.stringify(instruments.slice(0, MOST_INSTRUMENTS))})` : '';
  return [
    `${alias === 'latestQuotes' ? '' : `${alias}: `}latestQuotes${given} {`,
    '  data { instrument symbol mic name price change changePercent currency priceDecimals quotedAt }',
    '  meta { attribution delayMinutes }',
    '}',
  ].join('\n');
};
