import type { Core } from '@strapi/strapi';
import { addPolicy, type AdminRoute } from '../strapi/route-policies';

/** Routes that Strapi opens to whoever is signed in, and the permission that each is part of. */
const REQUIRED_PERMISSIONS: readonly (readonly [permission: string, route: AdminRoute])[] = [
  ['plugin::email.settings.read', ['email', 'POST', '/']],
  ['plugin::i18n.locale.update', ['i18n', 'PUT', '/settings']],
  [
    'plugin::content-manager.components.configure-layout',
    ['content-manager', 'PUT', '/components/:uid/configuration'],
  ],
];

/** Asks for a permission where Strapi asks for none: to send mail, and to change settings that everybody shares. */
export const requirePermissions = (strapi: Core.Strapi): void => {
  for (const [permission, route] of REQUIRED_PERMISSIONS) {
    addPolicy(strapi, route, { name: 'admin::hasPermissions', config: { actions: [permission] } });
  }
};
