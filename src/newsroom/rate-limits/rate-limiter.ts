import { errors } from '@strapi/utils';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { refusalDetails } from '../refusals/refusal-details';

/** The name of the middleware that counts a request. */
export const COUNT_REQUESTS = 'global::count-requests';

/**
 * Counts requests by key. Each node counts on its own, so behind a load balancer the limits of all nodes add up.
 *
 * @param points requests per minute; 0 for no limit
 */
export const createRateLimiter = (points: number): RateLimiterMemory | undefined =>
  points > 0 ? new RateLimiterMemory({ points, duration: 60 }) : undefined;

/** Counts a request. @returns the seconds until the next one is allowed; undefined if this one is allowed */
export const countRequest = async (
  limiter: RateLimiterMemory,
  address: string,
): Promise<number | undefined> => {
  try {
    await limiter.consume(address);
    return undefined;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
  }
};

export const tooManyRequests = (seconds: number): errors.RateLimitError =>
  new errors.RateLimitError(
    `Too many requests: try again in ${seconds} seconds.`,
    refusalDetails('tooManyRequests', { seconds: String(seconds) }),
  );
