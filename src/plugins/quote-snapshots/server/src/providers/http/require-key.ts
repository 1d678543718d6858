const where = 'QUOTES_API_KEY (QUOTES_FALLBACK_API_KEY for the second provider), or apiKey in config/plugins';

/**
 * The key of a provider that requires one.
 *
 * @throws Error that says where to set it, never with the key
 */
export const requireKey = (provider: string, apiKey: string | undefined): string => {
  if (!apiKey) throw new Error(`The provider "${provider}" needs an API key: set ${where}.`);
  // A line break or a blank from pasting would make every request fail with an error that does not name the cause.
  if (!/^[\x21-\x7e]+$/.test(apiKey)) {
    throw new Error(
      `The API key of "${provider}" has a blank, a line break or a letter that no key has: check ${where}.`,
    );
  }
  return apiKey;
};

/**
 * The two halves of a key in the form `ID:SECRET`.
 *
 * @throws Error that explains the form, never with the key
 */
export const requireKeyPair = (
  provider: string,
  apiKey: string | undefined,
): { id: string; secret: string } => {
  const [id, secret, ...more] = requireKey(provider, apiKey).split(':');
  if (!id || !secret || more.length > 0) {
    throw new Error(
      `The provider "${provider}" has a key in two parts: write them as ID:SECRET in ${where}.`,
    );
  }
  return { id, secret };
};
