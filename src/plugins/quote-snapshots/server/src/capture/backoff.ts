import type { FailureCode } from '../providers/market-data/quote';

const FIRST_MS = 5_000;

/**
 * The longest wait after a fault of the provider. A provider that is down is asked again within half a minute, so all rows are
 * captured within a minute after it is back. `LONGEST_OF_ONE_MS` is for an instrument without a price, which can
 * wait longer.
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
 * How long to wait before the next attempt. The backoff is exponential. Half of it is fixed and half is random, so that rows that
 * failed together are not retried together. The wait is never shorter than the provider asked for.
 *
 * @param attempts how many attempts have failed, from 1
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
