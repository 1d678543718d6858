import { errors } from '@strapi/utils';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** The name of the middleware that counts a request. */
export const COUNT_REQUESTS = 'global::count-requests';

/**
 * Counts what an address asks. Each node counts for itself: behind a balancer, what gets through is a node's limit times
 * nodes.
 *
 * @param points how much an address may ask in a minute; 0 for any number
 */
export const createRateLimiter = (points: number): RateLimiterMemory | undefined =>
  points > 0 ? new RateLimiterMemory({ points, duration: 60 }) : undefined;

/** In how many seconds an address may ask again; undefined where it may now, which is counted. */
export const consume = async (limiter: RateLimiterMemory, address: string): Promise<number | undefined> => {
  try {
    await limiter.consume(address);
    return undefined;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
  }
};

export const tooManyRequests = (seconds: number): errors.RateLimitError =>
  new errors.RateLimitError(`Too many requests: try again in ${seconds} seconds.`);
