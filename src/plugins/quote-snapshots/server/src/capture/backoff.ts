import type { FailureCode } from '../providers/market-data/quote';

const FIRST_MS = 5_000;

/**
 * A provider that is down is asked again within half a minute, so that all is captured within a minute of its return.
 * An instrument that it has no price of can wait longer.
 */
const LONGEST_MS = 30_000;
const LONGEST_OF_ONE_MS = 15 * 60_000;

const PROVIDER_FAULTS: ReadonlySet<string> = new Set<FailureCode>([
  'network',
  'timeout',
  'bad-answer',
  'quota',
]);

/**
 * How long to wait before the next attempt: exponential backoff with jitter in its second half, so that rows which
 * failed together are not retried together; never less than the provider asked for.
 *
 * @param attempts how many have failed, from 1
 * @param random from 0 to 1
 * @returns milliseconds
 */
export const backoffMs = (
  attempts: number,
  { code, retryAfterMs = 0 }: { code: FailureCode; retryAfterMs?: number },
  random: number,
): number => {
  const longest = PROVIDER_FAULTS.has(code) ? LONGEST_MS : LONGEST_OF_ONE_MS;
  const exponential = Math.min(longest, FIRST_MS * 2 ** Math.min(20, attempts - 1));
  return Math.max(retryAfterMs, Math.round(exponential * (0.5 + random / 2)));
};
