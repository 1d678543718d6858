import { existsSync } from 'node:fs';

const USUAL = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * The machine's own Chromium: no browser is downloaded.
 *
 * @throws Error that says how to install one, or which path CHROMIUM_PATH names in vain
 */
export const chromiumPath = (): string => {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH is "${named}": there is no such file.`);
  }
  const found = USUAL.find((file) => existsSync(file));
  if (found) return found;
  throw new Error(
    'The browser tests need Chromium: install it (apt-get install chromium), or name one in CHROMIUM_PATH.',
  );
};
