import { sameMarket } from '../market-data/market-segments';
import type { QuoteProvider } from '../quote-provider';

/** Whether a provider can answer as of a past minute for the listings of a market (MIC). */
export const answersAsOf = (
  provider: Pick<QuoteProvider, 'answersAsOf' | 'asOfMarkets'>,
  mic: string,
): boolean =>
  provider.answersAsOf && (provider.asOfMarkets?.some((market) => sameMarket(market, mic)) ?? true);
