import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { clientOf } from './client-address';
import { sizeFault } from './graphql-size';
import { createKnownTokens } from './known-tokens';
import { COUNT_REQUESTS, createLimiter, secondsToWait, tooManyRequests } from './limit-requests';
import type { RateLimits } from './lockdown-environment';
import { createRouteGuide, type MatchedRoute } from './matched-route';
import { queryFault } from './query-shape';
import { createBodyReader } from './read-body';
import { shapeFault } from './well-formed';

type Context = Parameters<Core.MiddlewareHandler>[0];
type Next = () => Promise<unknown>;

/** As much of Strapi's authentication as is needed here. */
interface Authentication {
  authenticate(ctx: Context, next: Next): Promise<unknown>;
  verify(auth: unknown, config: unknown): Promise<void>;
}

/** Values in a query or a body. The largest article is some ten thousand blocks, links and texts. */
const MOST_VALUES = { known: 200_000, visitor: 5_000 };

const isRefusal = (error: unknown): boolean =>
  error instanceof errors.ForbiddenError || error instanceof errors.UnauthorizedError;

/** @throws ValidationError for a query of GraphQL that is short as a text, and long once its fragments are in place */
const requireCountable = (ctx: Context): void => {
  const { body } = ctx.request as { body?: { query?: unknown } | null };
  const fault = sizeFault(body?.query) ?? sizeFault(ctx.query.query);
  if (fault) throw new errors.ValidationError(fault);
};

/** @throws ValidationError for what no client in its right mind sends, and Strapi stumbles over */
const requireWellFormed = (ctx: Context, known: boolean): void => {
  const most = known ? MOST_VALUES.known : MOST_VALUES.visitor;
  const query = ctx.query as Record<string, unknown>;
  const { params, request } = ctx as unknown as { params: unknown; request: { body?: unknown } };
  const fault =
    shapeFault(params, most) ??
    shapeFault(query, most) ??
    queryFault(query) ??
    shapeFault(request.body, most);
  if (fault) throw new errors.ValidationError(fault);
  if (query._q !== undefined && typeof query._q !== 'string') {
    throw new errors.ValidationError('_q is what to search for: give it once, as text.');
  }
};

/**
 * Takes requests in, step by step, at the one place that every request of REST, GraphQL and the admin API passes once
 * the router has chosen a route and before anything else is done: Strapi's authentication. Limits are counted first,
 * then Strapi says who is there, and only then are files read, and as much of a body taken as that caller may send.
 *
 * Whoever shows a valid API token is neither counted nor refused: a website that renders on its server asks for all of
 * its readers from one address.
 *
 * @param limits per client and minute
 * @param prefix how many bits of an IPv6 address name a client, see {@link clientOf}
 */
export const takeInRequests = (strapi: Core.Strapi, limits: RateLimits, prefix: number): void => {
  // Strapi has no hook between authentication and what a route does, so the service's method is replaced.
  const service: Authentication = strapi.get('auth');
  const authenticate = service.authenticate.bind(service);
  const limiters = { public: createLimiter(limits.public), signIn: createLimiter(limits.signIn) };
  const guide = createRouteGuide(strapi);
  const isKnownToken = createKnownTokens(strapi);
  const readBody = createBodyReader(strapi);
  const graphql = new WeakSet<Context>();

  const count = async (ctx: Context, route: MatchedRoute): Promise<void> => {
    const limit = guide.limitOf(route);
    const limiter = limit && limiters[limit];
    if (!limiter || (await isKnownToken(ctx.get('authorization')))) return;
    const seconds = await secondsToWait(limiter, clientOf(ctx.ip, prefix));
    if (seconds === undefined) return;
    ctx.set('Retry-After', String(seconds));
    throw tooManyRequests(seconds);
  };

  const maySend = async (ctx: Context, route: MatchedRoute): Promise<boolean> => {
    try {
      await service.verify(ctx.state.auth, route.config?.auth);
      return true;
    } catch (error) {
      // Strapi is about to refuse it: what it sent need not be read.
      if (isRefusal(error)) return false;
      throw error;
    }
  };

  // A cached answer is given before Strapi asks who is there: it counts like any other.
  strapi.get('middlewares').set(COUNT_REQUESTS, () => async (ctx: Context, next: Next) => {
    await count(ctx, (ctx.state.route ?? {}) as MatchedRoute);
    return next();
  });

  service.authenticate = async (ctx, next) => {
    const route = (ctx.state.route ?? {}) as MatchedRoute;
    if (guide.isGraphqlEntrance(route)) {
      // Its handler asks for authentication itself, as of the content API.
      graphql.add(ctx);
      return authenticate(ctx, next);
    }
    await count(ctx, route);
    return authenticate(ctx, async () => {
      const { auth } = ctx.state as { auth?: { credentials?: unknown } };
      const known = Boolean(auth?.credentials);
      const takesFiles = guide.takesFiles(route) && (await maySend(ctx, route));
      return readBody(ctx, { known, takesFiles }, () => {
        requireWellFormed(ctx, known);
        if (graphql.has(ctx)) requireCountable(ctx);
        return next();
      });
    });
  };
};
