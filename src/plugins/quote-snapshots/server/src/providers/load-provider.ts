import cloudquote from './cloudquote';
import file from './file';
import type { ProviderModule, ProviderOptions, QuoteProvider } from './provider';

const PROVIDERS: Readonly<Record<string, ProviderModule>> = { file, cloudquote };

/**
 * The provider of this name.
 *
 * @param variable the environment variable that names it, for the message
 * @throws Error where no provider has this name, or it cannot start with these options
 */
export const loadProvider = (
  { name, ...options }: ProviderOptions & { name: string },
  variable: string,
): QuoteProvider => {
  const provider = PROVIDERS[name];
  if (!provider) {
    throw new Error(`${variable} is "${name}": use one of ${Object.keys(PROVIDERS).join(', ')}.`);
  }
  return provider.init(options);
};
