import type { Instrument } from '../instruments/instrument';
import type { TickerDirectory } from '../instruments/ticker-directory';
import { runHealthCheck, type QuoteProvider } from '../providers';

/** A listing for which every vendor of US quotes has a quote. */
const ANY_LISTING: Instrument = { mic: 'XNAS', symbol: 'AAPL' };

/** The instrument of a health check if the user chose none: the newsroom's first featured ticker, if it has one. */
export const usualInstrument = async (directory: TickerDirectory): Promise<Instrument> => {
  const [featured] = await directory.featured(1);
  return featured ? { mic: featured.mic, symbol: featured.symbol } : ANY_LISTING;
};

/**
 * Asks each provider for these instruments and reports its answers. It skips the cache, the quota and the circuit breaker, so that
 * the answer is the provider's own. Never rejects. The report contains no key.
 */
export const checkProviders = async (
  providers: { first: QuoteProvider; fallback?: QuoteProvider },
  instruments: readonly Instrument[],
) => {
  const check = async (role: 'first' | 'fallback', provider: QuoteProvider) => {
    const { answers, ...fared } = await runHealthCheck(provider, instruments);
    return { role, name: provider.name, ...fared, answers: Object.fromEntries(answers) };
  };
  return Promise.all([
    check('first', providers.first),
    ...(providers.fallback ? [check('fallback', providers.fallback)] : []),
  ]);
};
