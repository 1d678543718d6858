import type { Core } from '@strapi/strapi';
import { addPolicy, type AdminRoute } from '../strapi/route-policies';

/** Routes that Strapi opens to every signed-in user, with the permission that this newsroom requires. */
const REQUIRED_PERMISSIONS: readonly (readonly [permission: string, route: AdminRoute])[] = [
  ['plugin::email.settings.read', ['email', 'POST', '/']],
  ['plugin::i18n.locale.update', ['i18n', 'PUT', '/settings']],
  [
    'plugin::content-manager.components.configure-layout',
    ['content-manager', 'PUT', '/components/:uid/configuration'],
  ],
];

/** Requires a permission where Strapi requires none: for sending mail, and for changing shared settings. */
export const requirePermissions = (strapi: Core.Strapi): void => {
  for (const [permission, route] of REQUIRED_PERMISSIONS) {
    addPolicy(strapi, route, { name: 'admin::hasPermissions', config: { actions: [permission] } });
  }
};
