import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { verifyAuthentication, wrapAuthentication } from '../strapi/authentication';
import { clientKey } from '../rate-limits/client-key';
import { validateExpandedSize } from '../graphql/expanded-size';
import { createApiTokenCheck } from '../rate-limits/known-api-tokens';
import {
  countRequest,
  COUNT_REQUESTS,
  createRateLimiter,
  tooManyRequests,
} from '../rate-limits/rate-limiter';
import type { RateLimits } from './request-environment';
import { createRouteClassifier, type MatchedRoute } from './matched-route';
import { validateQueryDepth } from '../query-cost/query-depth';
import { isOwnRequest } from './own-requests';
import { readForm } from './read-form';
import { validateShape } from './validate-shape';

type Context = Parameters<Core.MiddlewareHandler>[0];
type Next = () => Promise<unknown>;

/** The most values in a query or a body. The largest article has some ten thousand blocks, links and texts. */
const MAX_VALUES = { known: 200_000, visitor: 5_000 };

const isRefusal = (error: unknown): boolean =>
  error instanceof errors.ForbiddenError || error instanceof errors.UnauthorizedError;

/** @throws ValidationError for a GraphQL query that is too long after its fragments are expanded */
const validateQuerySize = (ctx: Context): void => {
  const { body } = ctx.request as { body?: { query?: unknown } | null };
  const fault = validateExpandedSize(body?.query) ?? validateExpandedSize(ctx.query.query);
  if (fault) throw new errors.ValidationError(fault);
};

/** @throws ValidationError for a query or body that Strapi would answer with 500, or take seconds for */
const validateRequest = (ctx: Context, known: boolean): void => {
  const most = known ? MAX_VALUES.known : MAX_VALUES.visitor;
  const query = ctx.query as Record<string, unknown>;
  const { params, request } = ctx as unknown as { params: unknown; request: { body?: unknown } };
  const fault =
    validateShape(params, most) ??
    validateShape(query, most) ??
    validateQueryDepth(query) ??
    validateShape(request.body, most);
  if (fault) throw new errors.ValidationError(fault);
  if (query._q !== undefined && typeof query._q !== 'string') {
    throw new errors.ValidationError('_q is what to search for: give it once, as text.');
  }
};

/** Whether Strapi lets this caller use the route. Otherwise the body need not be read. */
const mayUseRoute = async (strapi: Core.Strapi, ctx: Context, route: MatchedRoute): Promise<boolean> => {
  try {
    await verifyAuthentication(strapi, ctx.state.auth, route.config?.auth);
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
};

/**
 * Handles requests in steps around Strapi's authentication: it counts them against the rate limits, lets Strapi identify the
 * caller, and only then reads files and validates the input.
 *
 * A page of the newsroom's own site counts once, and not again for its requests to the content API. Requests with a valid API token
 * are neither counted nor refused, because a website that renders on its server sends the requests of all of its readers from one
 * address.
 *
 * @param limits for each client and minute
 * @param prefix the number of leading bits that identify a client's IPv6 network, see {@link clientKey}
 */
export const installRequestIntake = (strapi: Core.Strapi, limits: RateLimits, prefix: number): void => {
  const limiters = { public: createRateLimiter(limits.public), signIn: createRateLimiter(limits.signIn) };
  const routes = createRouteClassifier(strapi);
  const isValidApiToken = createApiTokenCheck(strapi);
  const graphqlRequests = new WeakSet<Context>();

  const limitRate = async (ctx: Context, route: MatchedRoute): Promise<void> => {
    if (isOwnRequest(ctx.req)) return;
    const limit = routes.limitOf(route);
    const limiter = limit && limiters[limit];
    if (!limiter || (await isValidApiToken(ctx.get('authorization')))) return;
    const seconds = await countRequest(limiter, clientKey(ctx.ip, prefix));
    if (seconds === undefined) return;
    ctx.set('Retry-After', String(seconds));
    throw tooManyRequests(seconds);
  };

  // The response cache answers before Strapi authenticates, so it runs this middleware, and its answers count like any other.
  strapi.get('middlewares').set(COUNT_REQUESTS, () => async (ctx: Context, next: Next) => {
    await limitRate(ctx, (ctx.state.route ?? {}) as MatchedRoute);
    return next();
  });

  wrapAuthentication(strapi, async (ctx, next, authenticate) => {
    const route = (ctx.state.route ?? {}) as MatchedRoute;
    if (routes.isGraphqlEntrance(route)) {
      // Its handler authenticates again, as a request of the content API.
      graphqlRequests.add(ctx);
      return authenticate(ctx, next);
    }
    await limitRate(ctx, route);
    return authenticate(ctx, async () => {
      const { auth } = ctx.state as { auth?: { credentials?: unknown } };
      const proceed = (): Promise<unknown> => {
        validateRequest(ctx, Boolean(auth?.credentials));
        if (graphqlRequests.has(ctx)) validateQuerySize(ctx);
        return next();
      };
      if (!ctx.is('multipart')) return proceed();
      // Handlers read fields of the body even if the form is not read.
      (ctx.request as { body?: unknown }).body ??= {};
      const takesFiles = routes.acceptsFiles(route) && (await mayUseRoute(strapi, ctx, route));
      return takesFiles ? readForm(strapi, ctx, proceed) : proceed();
    });
  });
};
