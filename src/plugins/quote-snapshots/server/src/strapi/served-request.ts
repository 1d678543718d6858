import type { Core } from '@strapi/strapi';

/** What the request under way is, as far as the rights of its caller are concerned. */
export type ServedRequest =
  /** No request, the admin API (it has permissions of its own), or a page of the app's own. */
  | { kind: 'not-content-api' }
  /** A route of the content API that the app has opened to everyone (`auth: false`). */
  | { kind: 'open' }
  /** A caller of the content API, as Strapi's authentication knows them. */
  | { kind: 'caller'; auth: object }
  /** A request of which Strapi does not say what it is. Nobody's rights apply. */
  | { kind: 'unknown' };

interface State {
  auth?: object;
  route?: { info?: { type?: string }; config?: { auth?: unknown } };
}

/** The types of routes that are no content API: those of the admin, and those that an app adds to its server. */
const OTHER_ROUTES: readonly (string | undefined)[] = ['admin', 'api'];

/**
 * Reads `strapi.requestContext`, and in it `state.route` and `state.auth`. Strapi sets both on each request, before the
 * controller, and GraphQL's handler does so too; neither is documented.
 *
 * If Strapi called the routes something else, a caller would pass for the admin. So a request counts as the admin's or the app's
 * only where its route says so, or where nobody looked at its credentials either.
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

/** The request under way, as a key to keep something by; undefined outside of one. */
export const currentRequest = (strapi: Core.Strapi): object | undefined => strapi.requestContext.get();
