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

const statusFailure = (response: Response, now: Date): QuoteFailure | undefined => {
  const { status } = response;
  if (status === 401 || status === 403) {
    return failure(
      'refused',
      'The provider refused the request: its key is missing, wrong, or not entitled to these quotes.',
    );
  }
  if (status === 429) {
    const wait = retryAfterMs(response.headers.get('retry-after'), now);
    return failure('quota', "The provider's quota is used up.", wait);
  }
  if (status >= 300 && status < 400) {
    return failure('bad-answer', 'The provider redirected the request elsewhere, which is not followed.');
  }
  if (status >= 500) return failure('network', `The provider is out of order (status ${status}).`);
  if (status >= 400)
    return failure('bad-answer', `The provider did not accept the request (status ${status}).`);
  return undefined;
};

const readLimited = async (response: Response): Promise<string | undefined> => {
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
    now = () => new Date(),
  }: {
    headers?: Record<string, string>;
    signal: AbortSignal;
    now?: () => Date;
  },
): Promise<JsonAnswer> => {
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json', ...headers },
      signal,
      redirect: 'manual',
    });
    const refused = statusFailure(response, now());
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
