import type { Refusal } from '../http/refusal';
import { failure } from '../market-data/failure';
import { exportOf, loadModule } from './load-module';
import { createYahooFetch, YahooFault } from './yahoo-fetch';

const PACKAGE = 'yahoo-finance2';

/** What is used of the library; its own types come with a version that the app chooses. */
export interface YahooClient {
  quote(symbols: string[], options: { return: 'array' }, call: Call): Promise<unknown>;
  chart(
    symbol: string,
    options: { period1: Date; period2: Date; interval: '1m'; includePrePost: false },
    call: Call,
  ): Promise<unknown>;
}
export interface Call {
  /** What Yahoo answers changes now and then: it is checked here, field by field. */
  validateResult: false;
  fetchOptions: { signal: AbortSignal };
}

/** @throws Error that says what to install, where the package is missing or too old */
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
      // It would print answers and addresses, and ask npm for newer versions of itself.
      logger: { info: silent, warn: silent, error: silent, debug: silent, dir: silent },
      validation: { logErrors: false, logOptionsErrors: false },
      suppressNotices: ['yahooSurvey'],
      versionCheck: false,
    },
  ]) as YahooClient;
};

/** What the library threw, as a reason: ours as it is, its own never in its words. */
const reasonOf = (error: unknown, signal: AbortSignal): Refusal => {
  if (error instanceof YahooFault) return error.reason;
  if (signal.aborted) return failure('timeout', 'The provider did not answer in time.');
  return failure('bad-answer', `The provider's answer was not understood: is ${PACKAGE} up to date?`);
};

/** What the library answers, or why it did not. */
export const catchYahooFault = <T>(answer: Promise<T>, signal: AbortSignal): Promise<T | Refusal> =>
  answer.catch((error: unknown) => reasonOf(error, signal));
