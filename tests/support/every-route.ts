import type { Core } from '@strapi/strapi';

/** An endpoint of the running newsroom. */
export interface Endpoint {
  method: string;
  /** As routers write it: `/api/articles/:id`. */
  path: string;
  api: 'content' | 'admin';
  /** Content API: the actions that it takes. Admin API: what its policies ask for, all of it or one of it. */
  asks: { actions: string[]; oneIsEnough: boolean };
}

interface RouteConfig {
  auth?: false | { scope?: string[] };
  policies?: (string | { name: string; config?: { actions?: unknown[]; hasAtLeastOne?: boolean } })[];
}
interface Route {
  method: string;
  path: string;
  config?: RouteConfig;
}
interface Router {
  prefix?: string;
  type?: string;
  routes: Route[];
}

/** What the definitions of routes say, by `METHOD /path`. */
const definitions = (strapi: Core.Strapi): Map<string, RouteConfig> => {
  const found = new Map<string, RouteConfig>();
  const add = (routers: unknown) => {
    for (const { prefix = '', type, routes = [] } of Object.values(routers as Record<string, Router>)) {
      for (const { method, path, config } of routes) {
        const own = (config as { prefix?: string } | undefined)?.prefix ?? prefix;
        const full = `${type === 'content-api' ? '/api' : ''}${own}${path}`;
        found.set(`${method} ${full.replace(/(.)\/$/, '$1')}`, config ?? {});
      }
    }
  };
  add(strapi.admin.routes);
  for (const { routes } of Object.values(strapi.apis)) add(routes);
  for (const { routes } of Object.values(strapi.plugins)) add(routes);
  return found;
};

const asksOf = ({ auth, policies = [] }: RouteConfig, api: Endpoint['api']): Endpoint['asks'] => {
  if (api === 'content') return { actions: (auth && auth.scope) || [], oneIsEnough: false };
  const policy = policies.find((one) => typeof one === 'object' && /hasPermissions$/.test(one.name));
  const config = typeof policy === 'object' ? policy.config : undefined;
  const actions = (config?.actions ?? []).map((action) => (Array.isArray(action) ? action[0] : action));
  return {
    actions: actions.filter((one) => typeof one === 'string'),
    oneIsEnough: config?.hasAtLeastOne ?? false,
  };
};

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Every endpoint that the router answers: read from the router itself, so that no route can be forgotten. */
export const everyRoute = (strapi: Core.Strapi): Endpoint[] => {
  const known = definitions(strapi);
  const endpoints = strapi.server.listRoutes().flatMap(({ methods, path }): Endpoint[] => {
    // Files, the health check, GraphQL and the catch-alls take every method or a pattern: they are no endpoints of an API.
    if (methods.length > 3 || typeof path !== 'string' || path.includes('(')) return [];
    const api = path.startsWith('/api/') ? 'content' : 'admin';
    return METHODS.filter((method) => methods.includes(method)).map((method) => ({
      method,
      path,
      api,
      asks: asksOf(known.get(`${method} ${path}`) ?? {}, api),
    }));
  });
  return [
    ...new Map(endpoints.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint])).values(),
  ].filter(({ path }) => path !== '/');
};
