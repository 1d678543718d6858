import type { Core } from '@strapi/strapi';

/** An admin request as a policy sees it: authenticated, and with its route. */
export interface AdminRequest {
  params: Record<string, string>;
  request: { body?: unknown };
  state: { userAbility: unknown };
}

/** Refuses a request by throwing a PolicyError. Strapi's admin API drops the message of any other 403. */
export type Guard = (
  ctx: AdminRequest,
  config: unknown,
  tools: { strapi: Core.Strapi },
) => Promise<void> | void;

interface Route {
  method: string;
  path: string;
  config?: { policies?: unknown[] };
}

/** A route of the admin API that a plugin of Strapi registers; the path is without the plugin's prefix. */
export type AdminRoute = readonly [plugin: string, method: string, path: string];

/**
 * Adds a policy to a route of a plugin, after its own policies. Must be called before routes are mounted.
 *
 * Leans on: the tables of routes that plugins pass to Strapi. Fails closed: the boot stops if a route is missing. Noticed by
 * docs/roles.md, which a test writes from what each role may do at each route.
 *
 * @throws Error if the plugin has no such route, so that a renamed route is not left unguarded
 */
export const addPolicy = (strapi: Core.Strapi, [plugin, method, path]: AdminRoute, policy: unknown): void => {
  const { admin } = strapi.plugin(plugin).routes as unknown as { admin: { routes: Route[] } };
  const route = admin.routes.find((one) => one.method === method && one.path === path);
  if (!route) {
    throw new Error(
      `The plugin "${plugin}" has no admin route ${method} ${path}: see where it went, and guard it there.`,
    );
  }
  const policies = route.config?.policies ?? [];
  // If Strapi boots a second time in one process, as in tests, its route already has the policy.
  const has = policies.some((one) => JSON.stringify(one) === JSON.stringify(policy));
  route.config = { ...route.config, policies: has ? policies : [...policies, policy] };
};

/** Runs a guard before every request to these routes. @param name of its policy, unique in the newsroom */
export const guardRoutes = (
  strapi: Core.Strapi,
  name: string,
  guard: Guard,
  routes: readonly AdminRoute[],
): void => {
  strapi.get('policies').set(`global::${name}`, guard);
  for (const route of routes) addPolicy(strapi, route, `global::${name}`);
};
