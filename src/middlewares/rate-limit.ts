import type { Core } from '@strapi/strapi';
import { createLimiter, secondsToWait, tooManyRequests } from '../newsroom/lockdown/limit-requests';
import type { RateLimits } from '../newsroom/lockdown/lockdown-environment';

/** Ways in, of the admin UI and of the content API. */
const SIGN_IN =
  /^\/(?:admin\/(?:login|register(?:-admin)?|forgot-password|reset-password|access-token|renew-token)|api\/auth)(?:\/|$)/i;
const PUBLIC = /^\/(?:api|graphql)(?:\/|$)/i;

type Kind = keyof RateLimits;

const kindOf = (path: string): Kind | undefined =>
  SIGN_IN.test(path) ? 'signIn' : PUBLIC.test(path) ? 'public' : undefined;

/**
 * Limits how often one address may ask, and answers 429 with `Retry-After` beyond that. Whoever shows a valid API token
 * is known and not counted: a website that renders on its server asks for all of its readers from one address.
 */
export default (limits: RateLimits): Core.MiddlewareHandler => {
  const limiters = { public: createLimiter(limits.public), signIn: createLimiter(limits.signIn) };
  return async (ctx, next) => {
    const kind = kindOf(ctx.path);
    const counter = kind && limiters[kind];
    if (!counter) return next();
    const seconds = await secondsToWait(counter, ctx.ip);
    if (seconds !== undefined) {
      ctx.set('Retry-After', String(seconds));
      throw tooManyRequests(seconds);
    }
    await next();
    const { auth } = ctx.state as { auth?: { strategy?: { name?: string } } };
    if (kind === 'public' && auth?.strategy?.name === 'content-api-token') await counter.reward(ctx.ip);
  };
};
