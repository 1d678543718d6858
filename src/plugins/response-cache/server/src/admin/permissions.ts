import type { Core } from '@strapi/strapi';
import { PLUGIN } from '../plugin-names';

/** The permissions that a role of the admin may have. Roles store these names, so they must not change. */
export const PERMISSIONS = {
  read: `plugin::${PLUGIN}.settings.read`,
  clear: `plugin::${PLUGIN}.settings.clear`,
} as const;

const action = (uid: string, displayName: string) => ({
  section: 'plugins',
  pluginName: PLUGIN,
  uid,
  displayName,
  subCategory: 'settings',
});

/** Adds the plugin's permissions to the roles screen. Super admins have all of them. */
export const registerPermissions = async (strapi: Core.Strapi): Promise<void> => {
  await strapi
    .service('admin::permission')
    .actionProvider.registerMany([
      action('settings.read', 'See how the cache is doing'),
      action('settings.clear', 'Clear the cache, and switch it on again'),
    ]);
};
