import path from 'node:path';
import { oneOf, readVariable, readUrl, wholeNumber, type Environment } from './environment';

interface ProviderConfig {
  name: string;
  apiKey?: string;
  baseUrl?: string;
  file?: string;
  perMinute?: number;
  perDay?: number;
  licence?: 'display' | 'internal';
}

/** The plugin's configuration, as the newsroom's environment gives it. */
export interface QuotesConfig {
  provider: ProviderConfig;
  fallback: ProviderConfig | null;
  deadlineMs: number;
  onRepublish: 'keep' | 'recapture';
  cashtags: boolean;
  giveUpAfterHours: number;
  visitorShare: number;
  late: 'live' | 'never';
  lateMaxHours: number;
  onUnrecorded: 'report' | 'mark' | 'capture';
}

/** The variable that sets each option of the plugin. The plugin's settings page shows it. */
export const QUOTES_VARIABLES: Readonly<Record<string, string>> = {
  'provider.name': 'QUOTES_PROVIDER',
  'provider.apiKey': 'QUOTES_API_KEY',
  'provider.baseUrl': 'QUOTES_BASE_URL',
  'provider.file': 'QUOTES_FILE',
  'provider.perMinute': 'QUOTES_PER_MINUTE',
  'provider.perDay': 'QUOTES_PER_DAY',
  'provider.licence': 'QUOTES_LICENCE',
  fallback: 'QUOTES_FALLBACK',
  'fallback.name': 'QUOTES_FALLBACK',
  'fallback.apiKey': 'QUOTES_FALLBACK_API_KEY',
  'fallback.baseUrl': 'QUOTES_FALLBACK_BASE_URL',
  'fallback.file': 'QUOTES_FILE',
  'fallback.perMinute': 'QUOTES_FALLBACK_PER_MINUTE',
  'fallback.perDay': 'QUOTES_FALLBACK_PER_DAY',
  'fallback.licence': 'QUOTES_FALLBACK_LICENCE',
  deadlineMs: 'QUOTES_DEADLINE_MS',
  onRepublish: 'QUOTES_ON_REPUBLISH',
  cashtags: 'QUOTES_CASHTAGS',
  giveUpAfterHours: 'QUOTES_GIVE_UP_HOURS',
  visitorShare: 'QUOTES_VISITOR_SHARE',
  late: 'QUOTES_LATE',
  lateMaxHours: 'QUOTES_LATE_MAX_HOURS',
  onUnrecorded: 'QUOTES_ON_UNRECORDED',
};

/** The limit of the provider's plan, in requests per minute or day; 0 for no limit. */
const cap = (env: Environment, name: string): number | undefined =>
  readVariable(env, name) === undefined ? undefined : wholeNumber(env, name, 0, 1_000_000);

/** The configuration of one provider. @param prefix of its variables: `QUOTES`, or `QUOTES_FALLBACK` for the second provider */
const provider = (env: Environment, prefix: string, name: string): ProviderConfig => {
  const apiKey = readVariable(env, `${prefix}_API_KEY`);
  const baseUrl = readUrl(env, `${prefix}_BASE_URL`);
  const perMinute = cap(env, `${prefix}_PER_MINUTE`);
  const perDay = cap(env, `${prefix}_PER_DAY`);
  const licence =
    readVariable(env, `${prefix}_LICENCE`) && oneOf(env, `${prefix}_LICENCE`, ['display', 'internal']);
  return {
    name,
    file: path.resolve(readVariable(env, 'QUOTES_FILE') ?? 'database/seeds/quotes.csv'),
    ...(apiKey ? { apiKey } : {}),
    ...(baseUrl ? { baseUrl } : {}),
    ...(perMinute === undefined ? {} : { perMinute }),
    ...(perDay === undefined ? {} : { perDay }),
    ...(licence ? { licence } : {}),
  };
};

/**
 * Reads the `QUOTES_*` variables.
 *
 * @throws Error that names the variable, its value (unless it may be secret) and what to give instead
 */
export const readQuotesEnvironment = (env: Environment): QuotesConfig => {
  const fallback = readVariable(env, 'QUOTES_FALLBACK');
  return {
    provider: provider(env, 'QUOTES', readVariable(env, 'QUOTES_PROVIDER') ?? 'file'),
    fallback: fallback ? provider(env, 'QUOTES_FALLBACK', fallback) : null,
    deadlineMs: wholeNumber(env, 'QUOTES_DEADLINE_MS', 2000, 60_000),
    onRepublish: oneOf(env, 'QUOTES_ON_REPUBLISH', ['keep', 'recapture']),
    cashtags: oneOf(env, 'QUOTES_CASHTAGS', ['false', 'true']) === 'true',
    giveUpAfterHours: wholeNumber(env, 'QUOTES_GIVE_UP_HOURS', 24, 720, 1),
    visitorShare: wholeNumber(env, 'QUOTES_VISITOR_SHARE', 25, 100),
    late: oneOf(env, 'QUOTES_LATE', ['live', 'never']),
    lateMaxHours: wholeNumber(env, 'QUOTES_LATE_MAX_HOURS', 24, 720, 1),
    onUnrecorded: oneOf(env, 'QUOTES_ON_UNRECORDED', ['report', 'mark', 'capture']),
  };
};
