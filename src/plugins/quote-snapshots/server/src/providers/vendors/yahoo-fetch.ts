import type { Refusal } from '../http/refusal';
import { failure } from '../market-data/failure';
import { failureOfStatus, readLimited, retryAfterMs, vendorUrl } from '../http/fetch-json';
import { refusalInText } from '../http/refusal-texts';

/** Carries a failure through the library, whose own errors contain addresses and parts of answers. */
export class YahooFault extends Error {
  constructor(readonly reason: Refusal) {
    super(reason.message);
  }
}

/** An error with status 200, which the library does not explain: `{"chart":{"result":null,"error":{…}}}`. */
const NO_RESULT = /^\s*\{\s*"\w+"\s*:\s*\{\s*"result"\s*:\s*null\s*,\s*"error"\s*:\s*\{/;
const LONGEST_ERROR = 200;

const isYahoo = (url: URL): boolean => url.protocol === 'https:' && /(^|\.)yahoo\.com$/.test(url.hostname);

/**
 * The `fetch` for `yahoo-finance2`: it reaches only Yahoo, limits answers to 5 MB, and throws faults as `YahooFault`. Yahoo's
 * cookie consent uses redirects, which the library follows itself from one of Yahoo's hosts to another.
 *
 * @param baseUrl if given, all requests go there instead of to Yahoo's hosts
 */
export const createYahooFetch =
  (baseUrl: string | undefined, now: () => Date): typeof fetch =>
  async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (!isYahoo(url))
      throw new YahooFault(failure('bad-answer', 'The provider redirected the request elsewhere.'));
    const target =
      baseUrl === undefined ? url : vendorUrl(baseUrl, url.pathname, Object.fromEntries(url.searchParams));
    const response = await fetch(target, { ...init, redirect: 'manual' }).catch(() => {
      throw new YahooFault(
        init?.signal?.aborted
          ? failure('timeout', 'The provider did not answer in time.')
          : failure('network', 'The provider cannot be reached, or closed the connection.'),
      );
    });
    const { status, headers } = response;
    if (status >= 300 && status < 400 && init?.redirect !== 'manual') {
      await response.body?.cancel();
      throw new YahooFault(
        failure('bad-answer', 'The provider redirected the request elsewhere, which is not followed.'),
      );
    }
    const text = await readLimited(response).catch(() => {
      throw new YahooFault(failure('network', 'The provider closed the connection.'));
    });
    if (status >= 400)
      throw new YahooFault(failureOfStatus(status, retryAfterMs(headers.get('retry-after'), now()), text));
    const refused = text && NO_RESULT.test(text.slice(0, LONGEST_ERROR)) ? refusalInText(text) : undefined;
    if (refused) throw new YahooFault(refused);
    if (text === undefined)
      throw new YahooFault(failure('bad-answer', 'The provider answered with more than 5 MB.'));
    return new Response(status === 204 || status === 304 ? null : text, { status, headers });
  };
