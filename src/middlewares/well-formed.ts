import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { shapeFault } from '../newsroom/lockdown/well-formed';

/** Answers 400 to requests of the content API that no client in its right mind sends, and that Strapi stumbles over. */
export default (): Core.MiddlewareHandler => async (ctx, next) => {
  if (!/^\/api(?:\/|$)/i.test(ctx.path)) return next();
  if (ctx.path.includes('%00')) throw new errors.ValidationError('The address has a null character in it.');
  const query = ctx.query as Record<string, unknown>;
  const fault = shapeFault(query) ?? shapeFault((ctx.request as { body?: unknown }).body);
  if (fault) throw new errors.ValidationError(fault);
  if (query._q !== undefined && typeof query._q !== 'string') {
    throw new errors.ValidationError('_q is what to search for: give it once, as text.');
  }
  return next();
};
