import type { Refusal } from '../http/refusal';
import { failure } from '../market-data/failure';
import { exportOf, loadModule } from './load-module';
import { createYahooFetch, YahooFault } from './yahoo-fetch';

const PACKAGE = 'yahoo-finance2';

/** The part of the library that is used. Its own types depend on the version that the app installs. */
export interface YahooClient {
  quote(symbols: string[], options: { return: 'array' }, call: Call): Promise<unknown>;
  chart(
    symbol: string,
    options: { period1: Date; period2: Date; interval: '1m'; includePrePost: false },
    call: Call,
  ): Promise<unknown>;
}
export interface Call {
  /** Yahoo's answers change from time to time, so the adapter validates each field itself. */
  validateResult: false;
  fetchOptions: { signal: AbortSignal };
}

/** @throws Error that says what to install if the package is missing or too old */
export const createClient = (appRoot: string, baseUrl: string | undefined, now: () => Date): YahooClient => {
  const loaded = loadModule(PACKAGE, appRoot);
  if (loaded === undefined) {
    throw new Error(`The provider "yahoo" needs the package ${PACKAGE}: npm install ${PACKAGE}`);
  }
  const Client = exportOf(loaded, 'default');
  if (typeof Client !== 'function') {
    throw new Error(`The provider "yahoo" needs ${PACKAGE} 3 or later: npm install ${PACKAGE}@latest`);
  }
  const silent = (): void => undefined;
  return Reflect.construct(Client, [
    {
      fetch: createYahooFetch(baseUrl, now),
      // The library's logger prints answers and addresses; its version check calls npm.
      logger: { info: silent, warn: silent, error: silent, debug: silent, dir: silent },
      validation: { logErrors: false, logOptionsErrors: false },
      suppressNotices: ['yahooSurvey'],
      versionCheck: false,
    },
  ]) as YahooClient;
};

/** The failure for an error of the library. Its own messages are not repeated, because they may contain addresses. */
const reasonOf = (error: unknown, signal: AbortSignal): Refusal => {
  if (error instanceof YahooFault) return error.reason;
  if (signal.aborted) return failure('timeout', 'The provider did not answer in time.');
  return failure('bad-answer', `The provider's answer was not understood: is ${PACKAGE} up to date?`);
};

/** The answer of a call to the library, or the failure. */
export const catchYahooFault = <T>(answer: Promise<T>, signal: AbortSignal): Promise<T | Refusal> =>
  answer.catch((error: unknown) => reasonOf(error, signal));
