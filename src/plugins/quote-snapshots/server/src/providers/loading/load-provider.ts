import path from 'node:path';
import { z } from 'zod';
import type { ProviderModule, ProviderOptions, QuoteProvider } from '../quote-provider';
import alpaca from '../vendors/alpaca';
import alphaVantage from '../vendors/alpha-vantage';
import cloudquote from '../vendors/cloudquote';
import eodhd from '../vendors/eodhd';
import file from '../vendors/file';
import finnhub from '../vendors/finnhub';
import fmp from '../vendors/fmp';
import { exportOf, loadModule } from '../vendors/load-module';
import massive from '../vendors/massive';
import tiingo from '../vendors/tiingo';
import twelveData from '../vendors/twelve-data';
import yahoo from '../vendors/yahoo';
import { redactKey } from './redact-key';
import { withValidatedQuotes } from './with-validated-quotes';

const PROVIDERS: Readonly<Record<string, ProviderModule>> = {
  file,
  cloudquote,
  finnhub,
  'alpha-vantage': alphaVantage,
  'twelve-data': twelveData,
  massive,
  alpaca,
  tiingo,
  eodhd,
  fmp,
  yahoo,
};

/** The providers that come with the plugin. */
export const PROVIDER_NAMES: readonly string[] = Object.keys(PROVIDERS);

/** The properties of a provider that can be checked when it is loaded. */
const provider = z.object({
  name: z.string().min(1),
  attribution: z.string(),
  licence: z.enum(['display', 'internal']),
  delayMinutes: z.number().min(0),
  maxBatch: z.int().min(1),
  limits: z.object({
    counts: z.enum(['request', 'instrument']),
    perMinute: z.number().positive().optional(),
    perDay: z.number().positive().optional(),
  }),
  answersAsOf: z.boolean(),
  asOfMarkets: z.array(z.string()).optional(),
  maxBatchAsOf: z.int().min(1).optional(),
  getQuotes: z.custom<QuoteProvider['getQuotes']>(
    (value) => typeof value === 'function',
    'is not a function',
  ),
});

const isPath = (name: string): boolean => /^\.{1,2}[\\/]/.test(name) || path.isAbsolute(name);

/** A package `strapi-provider-quotes-<name>`, a package with exactly this name, or a path from the app's folder. */
const findModule = (name: string, appRoot: string, variable: string): unknown => {
  const byConvention = `strapi-provider-quotes-${name}`;
  const candidates = isPath(name) || name.startsWith('@') ? [name] : [byConvention, name];
  for (const candidate of candidates) {
    const loaded = loadModule(candidate, appRoot);
    if (loaded !== undefined) return loaded;
  }
  if (isPath(name)) throw new Error(`${variable} is "${name}": there is no such file below ${appRoot}.`);
  const wanted = name.startsWith('@') || name.startsWith('strapi-provider-quotes-') ? name : byConvention;
  throw new Error(
    `${variable} is "${name}", which is none of ${PROVIDER_NAMES.join(', ')}, and not installed as a package: npm install ${wanted}`,
  );
};

const initOthers = (
  name: string,
  options: ProviderOptions,
  appRoot: string,
  variable: string,
): QuoteProvider => {
  const loaded = findModule(name, appRoot, variable);
  const init = exportOf(loaded, 'init');
  if (typeof init !== 'function') {
    throw new Error(`${variable} is "${name}": it exports no function init(options).`);
  }
  const made: unknown = Reflect.apply(init, undefined, [options]);
  const checked = provider.safeParse(made);
  if (!checked.success) {
    throw new Error(
      `${variable} is "${name}": init(options) does not return a provider:\n${z.prettifyError(checked.error)}`,
    );
  }
  return withValidatedQuotes(made as QuoteProvider, options.now ?? (() => new Date()));
};

/**
 * The provider with this name: one that comes with the plugin, or else a package or a path of the app. Strapi's upload and email
 * plugins find their providers in the same way.
 *
 * @param variable the environment variable or option that has the name, for the message
 * @throws Error if no provider has this name, or if it cannot start with these options; never with a key in it
 */
export const loadProvider = (
  { name, ...options }: ProviderOptions & { name: string },
  variable: string,
): QuoteProvider => {
  const appRoot = options.appRoot ?? process.cwd();
  const known = Object.hasOwn(PROVIDERS, name) ? PROVIDERS[name] : undefined;
  const made = known
    ? known.init({ ...options, appRoot })
    : initOthers(name, { ...options, appRoot }, appRoot, variable);
  return redactKey(made, options.apiKey);
};
