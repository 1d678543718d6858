import { failure } from './failures';
import type { QuoteFailure } from './provider';

/** No vendor's answer for a batch comes near this; what does is no answer. */
const LARGEST_ANSWER = 5 * 1024 * 1024;

export type JsonAnswer = { json: unknown } | { failure: QuoteFailure };

/** `Retry-After`: seconds, or an HTTP date (RFC 9110, 10.2.3). */
export const retryAfterMs = (header: string | null, now: Date): number | undefined => {
  if (header === null) return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime());
};

/** What a status of 400 or more means, on the answer or, with some vendors, within it. */
export const failureOfStatus = (status: number, waitMs?: number): QuoteFailure => {
  // 402 is how vendors say that a plan does not include something.
  if (status === 401 || status === 402 || status === 403) {
    return failure(
      'refused',
      'The provider refused the request: its key is missing, wrong, or not entitled to these quotes.',
    );
  }
  if (status === 404) return failure('unknown-instrument', 'The provider does not know this instrument.');
  if (status === 429) return failure('quota', "The provider's quota is used up.", waitMs);
  if (status >= 500) return failure('network', `The provider is out of order (status ${status}).`);
  return failure('bad-answer', `The provider did not accept the request (status ${status}).`);
};

const statusFailure = (response: Response, now: Date, knows404: boolean): QuoteFailure | undefined => {
  const { status } = response;
  if (status >= 300 && status < 400) {
    return failure('bad-answer', 'The provider redirected the request elsewhere, which is not followed.');
  }
  if (status < 400) return undefined;
  if (status === 404 && !knows404)
    return failure('bad-answer', 'The provider has no such service (status 404): check its base URL.');
  return failureOfStatus(status, retryAfterMs(response.headers.get('retry-after'), now));
};

/**
 * An address of a vendor: the base URL, which may hold a path of a proxy, the vendor's path, and a query.
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

/** The text of an answer, or undefined where it is longer than 5 MB: the rest is not downloaded then. */
export const readLimited = async (response: Response): Promise<string | undefined> => {
  if (!response.body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    // Leaving the loop cancels the stream, and with it the download.
    if (size > LARGEST_ANSWER) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

/**
 * Asks for JSON, with limits: the signal, 5 MB, and no redirects (one to another host would carry the key there).
 * Every fault comes back as a failure; no message holds the URL, a header or the answer's text.
 */
export const fetchJson = async (
  url: URL,
  {
    headers = {},
    signal,
    unknownOn404 = false,
    now = () => new Date(),
  }: {
    headers?: Record<string, string>;
    signal: AbortSignal;
    /** Whether a 404 is the vendor's way to say that it does not know the symbol. */
    unknownOn404?: boolean;
    now?: () => Date;
  },
): Promise<JsonAnswer> => {
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json', ...headers },
      signal,
      redirect: 'manual',
    });
    const refused = statusFailure(response, now(), unknownOn404);
    if (refused) {
      await response.body?.cancel();
      return { failure: refused };
    }
    const text = await readLimited(response);
    if (text === undefined)
      return { failure: failure('bad-answer', 'The provider answered with more than 5 MB.') };
    try {
      return { json: JSON.parse(text) };
    } catch {
      return { failure: failure('bad-answer', "The provider's answer is not JSON.") };
    }
  } catch {
    if (signal.aborted) return { failure: failure('timeout', 'The provider did not answer in time.') };
    return { failure: failure('network', 'The provider cannot be reached, or closed the connection.') };
  }
};
