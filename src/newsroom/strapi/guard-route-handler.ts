import type { Core } from '@strapi/strapi';
import type { AdminRequest } from '../admin-api/requested-entries';

interface Route {
  handler?: unknown;
  config?: { middlewares?: unknown[] };
}

/**
 * Runs a guard before a handler of one of Strapi's plugins, on every route to that handler. Must be called before routes are
 * mounted.
 *
 * Leans on: the tables of routes that plugins pass to Strapi. Fails closed: the boot stops if the handler is missing. Noticed by
 * tests/regressions/reporters-read-the-drafts-of-others.ts.
 *
 * @param judge refuses a request by throwing
 * @throws Error for a handler that does not exist; find what replaced it, and guard that
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
