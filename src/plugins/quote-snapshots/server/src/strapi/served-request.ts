import type { Core } from '@strapi/strapi';

/** The kind of the current request, which decides whose rights apply. */
export type ServedRequest =
  /** No request, a request of the admin API (which has permissions of its own), or a page of the app itself. */
  | { kind: 'not-content-api' }
  /** A route of the content API that the app has opened to everyone (`auth: false`). */
  | { kind: 'open' }
  /** A caller of the content API, as identified by Strapi's authentication. */
  | { kind: 'caller'; auth: object }
  /** A request whose kind Strapi does not state. It has nobody's rights. */
  | { kind: 'unknown' };

interface State {
  auth?: object;
  route?: { info?: { type?: string }; config?: { auth?: unknown } };
}

/** The types of routes that are not of the content API: those of the admin, and those that an app adds to its server. */
const OTHER_ROUTES: readonly (string | undefined)[] = ['admin', 'api'];

/**
 * Reads `strapi.requestContext`, and in it `state.route` and `state.auth`. Strapi sets both on each request before the controller
 * runs, and so does GraphQL's handler. Neither is documented.
 *
 * If Strapi renamed the route types, a caller could be mistaken for the admin. So a request counts as the admin's or the app's only
 * if its route says so, or if its credentials were not checked either.
 */
export const servedRequest = (strapi: Core.Strapi): ServedRequest => {
  const context = strapi.requestContext.get() as unknown as { state?: State } | undefined;
  if (!context) return { kind: 'not-content-api' };
  const { auth, route } = context.state ?? {};
  if (!route) return auth ? { kind: 'unknown' } : { kind: 'not-content-api' };
  const type = route.info?.type;
  if (OTHER_ROUTES.includes(type)) return { kind: 'not-content-api' };
  if (type !== 'content-api') return { kind: 'unknown' };
  if (auth) return { kind: 'caller', auth };
  return route.config?.auth === false ? { kind: 'open' } : { kind: 'unknown' };
};

/** The current request, usable as the key of a map; undefined outside of a request. */
export const currentRequest = (strapi: Core.Strapi): object | undefined => strapi.requestContext.get();
