import type { Core } from '@strapi/strapi';
import type { AdminRequest } from '../admin-api/requested-entries';

interface Route {
  handler?: unknown;
  config?: { middlewares?: unknown[] };
}

/**
 * Has a request judged before a handler of one of Strapi's plugins answers it: by the handler that Strapi's router has
 * matched, whatever the address looked like. To be called before routes are mounted.
 *
 * @param judge throws what the request is refused with
 * @throws Error for a handler that Strapi does not have any more: what took its place is to be looked at
 */
export const guardRouteHandler = (
  strapi: Core.Strapi,
  plugin: string,
  handler: string,
  judge: (ctx: AdminRequest) => void | Promise<void>,
): void => {
  const routers = strapi.plugin(plugin).routes as unknown as Record<string, { routes?: Route[] }>;
  const routes = Object.values(routers).flatMap((router) => router.routes ?? []);
  const matching = routes.filter((route) => route.handler === handler);
  if (matching.length === 0) {
    throw new Error(`Strapi's ${plugin} has no handler "${handler}" any more: it is not guarded.`);
  }
  const guard = async (ctx: AdminRequest, next: () => Promise<unknown>): Promise<void> => {
    await judge(ctx);
    await next();
  };
  for (const route of matching) {
    route.config = { ...route.config, middlewares: [...(route.config?.middlewares ?? []), guard] };
  }
};
