import { readQuotesEnvironment, type QuotesConfig } from '../newsroom/quotes-environment';
import type { Environment } from '../newsroom/environment';

/**
 * The configuration of the provider to ask: the newsroom's own, its fallback, or another by name.
 *
 * @param name the value of `--provider`
 * @param configured the environment with the values of `.env`
 * @param given the environment without `.env`. Another provider gets its key and address only from here, because the newsroom's key
 *   must not be sent to another vendor.
 */
export const chooseProvider = (
  name: string | undefined,
  configured: Environment,
  given: Environment,
): { config: QuotesConfig['provider']; variable: string } => {
  const { provider, fallback } = readQuotesEnvironment(configured);
  if (name === undefined || name === provider.name) return { config: provider, variable: 'QUOTES_PROVIDER' };
  if (name === fallback?.name) return { config: fallback, variable: 'QUOTES_FALLBACK' };
  const { provider: other } = readQuotesEnvironment({ ...given, QUOTES_PROVIDER: name, QUOTES_FALLBACK: '' });
  return { config: other, variable: '--provider' };
};
