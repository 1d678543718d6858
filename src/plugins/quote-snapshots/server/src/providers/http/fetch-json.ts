import type { Refusal } from './refusal';
import { failure } from '../market-data/failure';
import type { FailureCode } from '../market-data/quote';
import { refusalInText } from './refusal-texts';

/** Far larger than any vendor's answer to a batch. */
const LARGEST_ANSWER = 5 * 1024 * 1024;

export type JsonAnswer = { json: unknown } | { failure: Refusal };

/** `Retry-After`: seconds, or an HTTP date (RFC 9110, 10.2.3). */
export const retryAfterMs = (header: string | null, now: Date): number | undefined => {
  if (header === null) return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime());
};

/** An HTML page comes from a proxy or firewall in front of the vendor, so its text is not searched for a refusal. */
const isPage = (text: string): boolean => text.trimStart().startsWith('<');

/** Statuses that concern the request: it is too long (413, 414), or one of many symbols is often the cause (400, 404, 422). */
const OF_THE_REQUEST: ReadonlySet<number> = new Set([400, 404, 413, 414, 422]);

/**
 * The meaning of a status of 400 or more, which some vendors send inside the answer. The text counts more than the status, because
 * the same 402, 403 or 404 can mean a used-up quota, a plan without the symbol, or an unknown symbol. Only 401, 429 and 5xx have a
 * meaning by themselves.
 *
 * @param text the answer with this status
 */
export const failureOfStatus = (status: number, waitMs?: number, text = ''): Refusal => {
  const said = isPage(text) ? undefined : refusalInText(text, waitMs);
  if (said?.code === 'quota' && status < 500) return said;
  // 999 is Yahoo's 429: https://github.com/sstrickx/yahoofinance-api/issues/101.
  if (status === 429 || status === 999) return failure('quota', "The provider's quota is used up.", waitMs);
  if (status >= 500) return failure('network', `The provider is out of order (status ${status}).`);
  if (said && status !== 401) return said;
  if (status === 401 || status === 402 || status === 403) {
    return failure(
      'refused',
      'The provider refused the request: its key is missing, wrong, or not entitled to these quotes.',
    );
  }
  const ofRequest: Pick<Refusal, 'maybeOneSymbol'> = OF_THE_REQUEST.has(status)
    ? { maybeOneSymbol: true }
    : {};
  if (status === 404)
    return { ...failure('unknown-instrument', 'The provider does not know this instrument.'), ...ofRequest };
  return {
    ...failure('bad-answer', `The provider did not accept the request (status ${status}).`),
    ...ofRequest,
  };
};

/** The differences of one vendor. */
interface VendorHabits {
  /** Whether a 404 means that the vendor does not know the symbol. */
  unknownOn404?: boolean;
  /** The meaning of statuses at this vendor, used if the text is not known. */
  statuses?: Readonly<Partial<Record<number, FailureCode>>>;
}

const refusalOf = (
  status: number,
  text: string,
  waitMs: number | undefined,
  { unknownOn404 = false, statuses = {} }: VendorHabits,
): Refusal => {
  const inWords = isPage(text) ? undefined : refusalInText(text, waitMs);
  const own = statuses[status];
  if (own && !inWords) return failure(own, `The provider did not answer (status ${status}).`, waitMs);
  if (status === 404 && !unknownOn404 && !inWords)
    return {
      ...failure('bad-answer', 'The provider has no such service (status 404): check its base URL.'),
      ...(isPage(text) ? {} : { maybeOneSymbol: true as const }),
    };
  return failureOfStatus(status, waitMs, text);
};

/**
 * An address of a vendor: the base URL (which may include the path of a proxy), the vendor's path, and a query.
 */
export const vendorUrl = (
  baseUrl: string,
  path: string,
  query: Readonly<Record<string, string>> = {},
): URL => {
  const url = new URL(baseUrl);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}${path}`;
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
};

/** The text of an answer; undefined if it is longer than 5 MB, and then the rest is not downloaded. */
export const readLimited = async (response: Response): Promise<string | undefined> => {
  if (!response.body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    // Leaving the loop cancels the stream and the download.
    if (size > LARGEST_ANSWER) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

/** A text that is longer than this and not JSON is a document, not an error message. */
const LONGEST_SENTENCE = 1_000;

/**
 * Requests JSON. Answers of more than 5 MB are dropped. Redirects are not followed, because one to another host would send the key
 * there. Never rejects: every fault becomes a failure, whose message contains no URL, header or text of the answer.
 */
export const fetchJson = async (
  url: URL,
  {
    headers = {},
    body,
    signal,
    now = () => new Date(),
    ...habits
  }: {
    headers?: Record<string, string>;
    /** Sent as JSON with POST; if absent, the request is a GET. */
    body?: unknown;
    signal: AbortSignal;
    now?: () => Date;
  } & VendorHabits,
): Promise<JsonAnswer> => {
  try {
    const response = await fetch(url, {
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      signal,
      redirect: 'manual',
    });
    const { status } = response;
    if (status >= 300 && status < 400) {
      await response.body?.cancel();
      return {
        failure: failure(
          'bad-answer',
          'The provider redirected the request elsewhere, which is not followed.',
        ),
      };
    }
    const text = await readLimited(response);
    if (status >= 400) {
      const waitMs = retryAfterMs(response.headers.get('retry-after'), now());
      return { failure: refusalOf(status, text ?? '', waitMs, habits) };
    }
    if (text === undefined)
      return { failure: failure('bad-answer', 'The provider answered with more than 5 MB.') };
    try {
      return { json: JSON.parse(text) };
    } catch {
      // Tiingo and EODHD answer with plain text and status 200 if the quota is used up.
      const said = text.length <= LONGEST_SENTENCE && !isPage(text) ? refusalInText(text) : undefined;
      return { failure: said ?? failure('bad-answer', "The provider's answer is not JSON.") };
    }
  } catch {
    if (signal.aborted) return { failure: failure('timeout', 'The provider did not answer in time.') };
    return { failure: failure('network', 'The provider cannot be reached, or closed the connection.') };
  }
};
