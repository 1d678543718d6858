import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

/** An admin request as a policy sees it: authenticated, and matched to its route. */
export interface AdminRequest {
  params: Record<string, string>;
  request: { body?: unknown };
  state: { userAbility: unknown };
}

/** Refuses a request by throwing a PolicyError: of any other 403 Strapi's admin API drops the words. */
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

/** A route of the admin API that a plugin of Strapi registers, without the plugin's prefix. */
export type GuardedRoute = readonly [plugin: string, method: string, path: string];

/**
 * Adds a policy to a route of a plugin, behind those that it has.
 *
 * @throws Error where the plugin has no such route: a version of Strapi that renames it must not go unguarded
 */
const addPolicy = (strapi: Core.Strapi, [plugin, method, path]: GuardedRoute, policy: unknown): void => {
  const { admin } = strapi.plugin(plugin).routes as unknown as { admin: { routes: Route[] } };
  const route = admin.routes.find((one) => one.method === method && one.path === path);
  if (!route) {
    throw new Error(
      `The plugin "${plugin}" has no admin route ${method} ${path}: see where it went, and guard it there.`,
    );
  }
  const policies = route.config?.policies ?? [];
  // Booted a second time in one process, as tests do, Strapi has the same route again.
  const has = policies.some((one) => JSON.stringify(one) === JSON.stringify(policy));
  route.config = { ...route.config, policies: has ? policies : [...policies, policy] };
};

/** Has a guard look at every request to these routes. @param name of its policy, unique in the newsroom */
export const addRoutePolicy = (
  strapi: Core.Strapi,
  name: string,
  guard: Guard,
  routes: readonly GuardedRoute[],
): void => {
  strapi.get('policies').set(`global::${name}`, guard);
  for (const route of routes) addPolicy(strapi, route, `global::${name}`);
};

/** Routes that Strapi opens to whoever is signed in, and the right that each is part of. */
const REQUIRED_PERMISSIONS: readonly (readonly [right: string, route: GuardedRoute])[] = [
  ['plugin::email.settings.read', ['email', 'POST', '/']],
  ['plugin::i18n.locale.update', ['i18n', 'PUT', '/settings']],
  [
    'plugin::content-manager.components.configure-layout',
    ['content-manager', 'PUT', '/components/:uid/configuration'],
  ],
];

/** Asks for a right where Strapi asks for none: to send mail, to change settings that all share. */
export const requirePermissions = (strapi: Core.Strapi): void => {
  for (const [right, route] of REQUIRED_PERMISSIONS) {
    addPolicy(strapi, route, { name: 'admin::hasPermissions', config: { actions: [right] } });
  }
};

/**
 * Strapi's "upload from URL" follows redirects and asks any address for a file, the server's own network included.
 */
export const disableUploadFromUrls = (strapi: Core.Strapi): void =>
  addRoutePolicy(
    strapi,
    'upload-from-urls',
    () => {
      throw new errors.PolicyError(
        'The newsroom fetches no files from addresses: download the file, and upload it.',
      );
    },
    [['upload', 'POST', '/actions/upload-from-urls']],
  );
