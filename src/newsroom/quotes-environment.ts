import path from 'node:path';
import { oneOf, read, url, wholeNumber, type Environment } from './environment';

interface ProviderConfig {
  name: string;
  apiKey?: string;
  baseUrl?: string;
  file?: string;
}

/** The plugin's configuration, as the newsroom's environment gives it. */
export interface QuotesConfig {
  provider: ProviderConfig;
  fallback: ProviderConfig | null;
  deadlineMs: number;
  onRepublish: 'keep' | 'recapture';
  cashtags: boolean;
  giveUpAfterHours: number;
  onUnrecorded: 'report' | 'mark' | 'capture';
}

/** Which variable sets which option of the plugin: its settings page tells them. */
export const QUOTES_VARIABLES: Readonly<Record<string, string>> = {
  'provider.name': 'QUOTES_PROVIDER',
  'provider.apiKey': 'QUOTES_API_KEY',
  'provider.baseUrl': 'QUOTES_BASE_URL',
  'provider.file': 'QUOTES_FILE',
  fallback: 'QUOTES_FALLBACK',
  'fallback.name': 'QUOTES_FALLBACK',
  'fallback.apiKey': 'QUOTES_FALLBACK_API_KEY',
  'fallback.file': 'QUOTES_FILE',
  deadlineMs: 'QUOTES_DEADLINE_MS',
  onRepublish: 'QUOTES_ON_REPUBLISH',
  cashtags: 'QUOTES_CASHTAGS',
};

const provider = (
  name: string,
  apiKey: string | undefined,
  rest: Partial<ProviderConfig>,
): ProviderConfig => ({
  name,
  ...(apiKey ? { apiKey } : {}),
  ...rest,
});

/**
 * Reads the `QUOTES_*` variables.
 *
 * @throws Error that names the variable, its value unless it may be secret, and what to give instead
 */
export const readQuotesEnvironment = (env: Environment): QuotesConfig => {
  const baseUrl = url(env, 'QUOTES_BASE_URL');
  const file = path.resolve(read(env, 'QUOTES_FILE') ?? 'database/seeds/quotes.csv');
  const fallback = read(env, 'QUOTES_FALLBACK');
  return {
    provider: provider(read(env, 'QUOTES_PROVIDER') ?? 'file', read(env, 'QUOTES_API_KEY'), {
      file,
      ...(baseUrl ? { baseUrl } : {}),
    }),
    fallback: fallback ? provider(fallback, read(env, 'QUOTES_FALLBACK_API_KEY'), { file }) : null,
    deadlineMs: wholeNumber(env, 'QUOTES_DEADLINE_MS', 2000, 60_000),
    onRepublish: oneOf(env, 'QUOTES_ON_REPUBLISH', ['keep', 'recapture']),
    cashtags: oneOf(env, 'QUOTES_CASHTAGS', ['false', 'true']) === 'true',
    giveUpAfterHours: wholeNumber(env, 'QUOTES_GIVE_UP_HOURS', 24, 720, 1),
    onUnrecorded: oneOf(env, 'QUOTES_ON_UNRECORDED', ['report', 'mark', 'capture']),
  };
};
