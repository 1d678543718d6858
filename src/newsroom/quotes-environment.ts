import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

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
}

const read = (env: Environment, name: string): string | undefined => env[name]?.trim() || undefined;

const wholeNumber = (env: Environment, name: string, fallback: number, most: number): number => {
  const value = read(env, name);
  if (value === undefined) return fallback;
  if (!/^\d+$/.test(value) || Number(value) > most) {
    throw new Error(`${name} is "${value}": give a whole number from 0 to ${most}, in milliseconds.`);
  }
  return Number(value);
};

const oneOf = <T extends string>(env: Environment, name: string, choices: readonly [T, ...T[]]): T => {
  const value = read(env, name) ?? choices[0];
  const choice = choices.find((one) => one === value);
  if (choice === undefined) throw new Error(`${name} is "${value}": use ${choices.join(' or ')}.`);
  return choice;
};

const url = (env: Environment, name: string): string | undefined => {
  const value = read(env, name);
  if (value === undefined) return undefined;
  // The value is not repeated: an address may carry credentials.
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    throw new Error(`${name} is not an http or https address.`);
  }
  return value;
};

const provider = (name: string, apiKey: string | undefined, rest: Partial<ProviderConfig>): ProviderConfig => ({
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
  };
};
