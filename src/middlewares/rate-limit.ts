import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { RateLimits } from '../newsroom/lockdown/lockdown-environment';

/** Ways in, of the admin UI and of the content API. */
const SIGN_IN =
  /^\/(?:admin\/(?:login|register(?:-admin)?|forgot-password|reset-password|access-token|renew-token)|api\/auth)(?:\/|$)/i;
const PUBLIC = /^\/(?:api|graphql)(?:\/|$)/i;

type Kind = keyof RateLimits;

const kindOf = (path: string): Kind | undefined =>
  SIGN_IN.test(path) ? 'signIn' : PUBLIC.test(path) ? 'public' : undefined;

/** A limit of 0 is none. Each node counts for itself: behind a balancer, what gets through is a node's limit times nodes. */
const limiter = (points: number): RateLimiterMemory | undefined =>
  points > 0 ? new RateLimiterMemory({ points, duration: 60 }) : undefined;

/**
 * Limits how often one address may ask, and answers 429 with `Retry-After` beyond that. Whoever shows a valid API token
 * is known and not counted: a website that renders on its server asks for all of its readers from one address.
 */
export default (limits: RateLimits): Core.MiddlewareHandler => {
  const limiters = { public: limiter(limits.public), signIn: limiter(limits.signIn) };
  return async (ctx, next) => {
    const kind = kindOf(ctx.path);
    const counter = kind && limiters[kind];
    if (!counter) return next();
    try {
      await counter.consume(ctx.ip);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      ctx.set('Retry-After', String(seconds));
      throw new errors.RateLimitError(`Too many requests: try again in ${seconds} seconds.`);
    }
    await next();
    const { auth } = ctx.state as { auth?: { strategy?: { name?: string } } };
    if (kind === 'public' && auth?.strategy?.name === 'content-api-token') await counter.reward(ctx.ip);
  };
};
