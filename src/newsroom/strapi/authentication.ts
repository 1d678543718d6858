import type { Core } from '@strapi/strapi';

type Context = Parameters<Core.MiddlewareHandler>[0];
type Next = () => Promise<unknown>;
type Authenticate = (ctx: Context, next: Next) => Promise<unknown>;

interface AuthenticationService {
  authenticate: Authenticate;
  verify(auth: unknown, config: unknown): Promise<void>;
}

/** Strapi's own `authenticate`, for each service that {@link wrapAuthentication} has changed. */
const originals = new WeakMap<AuthenticationService, Authenticate>();

const serviceOf = (strapi: Core.Strapi): AuthenticationService => {
  const service = strapi.get<AuthenticationService | undefined>('auth');
  if (typeof service?.authenticate !== 'function' || typeof service.verify !== 'function') {
    throw new Error(
      'Strapi has no service "auth" with authenticate and verify: requests would not be checked.',
    );
  }
  return service;
};

/**
 * Adds a step around Strapi's authentication. Every request of REST, GraphQL and the admin API passes it after the router has
 * chosen a route and before anything else. Strapi has no hook there.
 *
 * Leans on: the service `auth`, whose `authenticate` Strapi looks up for each request. Fails: the boot stops if the method is
 * missing. Noticed by tests/integration/suites/strapi-internals.ts and the suite of hostile requests.
 *
 * @throws Error if this Strapi has no such service
 */
export const wrapAuthentication = (
  strapi: Core.Strapi,
  wrap: (ctx: Context, next: Next, authenticate: Authenticate) => Promise<unknown>,
): void => {
  const service = serviceOf(strapi);
  const original = service.authenticate.bind(service);
  originals.set(service, original);
  service.authenticate = (ctx, next) => wrap(ctx, next, original);
};

/** Whether the authenticated caller may use a route with this `config.auth`. */
export const verifyAuthentication = async (
  strapi: Core.Strapi,
  auth: unknown,
  config: unknown,
): Promise<void> => serviceOf(strapi).verify(auth, config);

const API_TYPES = ['admin', 'content-api'] as const;

/**
 * Whether a request has credentials that Strapi accepts, for the admin API or for the content API. It can be called before a route
 * is matched, and does not change the request.
 *
 * Leans on: strategies that read only `ctx.request`, `ctx.get` and `ctx.state`. Fails closed: if they throw, the caller counts as
 * unknown.
 */
export const hasValidCredentials = async (strapi: Core.Strapi, ctx: Context): Promise<boolean> => {
  const service = serviceOf(strapi);
  const authenticate = originals.get(service) ?? service.authenticate.bind(service);
  for (const type of API_TYPES) {
    const state: Record<string, unknown> = { ...ctx.state, route: { info: { type }, config: {} } };
    const probe = Object.create(ctx, {
      state: { value: state },
      unauthorized: { value: () => undefined },
    }) as Context;
    try {
      await authenticate(probe, () => Promise.resolve());
    } catch {
      continue;
    }
    if ((state.auth as { credentials?: unknown } | undefined)?.credentials) return true;
  }
  return false;
};
