import type { Core } from '@strapi/strapi';
import { PLUGIN } from '../plugin-names';

/** What a role of the admin may be given. The names are kept in roles: they must not change. */
export const PERMISSIONS = {
  readSnapshots: `plugin::${PLUGIN}.snapshots.read`,
  recapture: `plugin::${PLUGIN}.snapshots.recapture`,
  void: `plugin::${PLUGIN}.snapshots.void`,
  readSettings: `plugin::${PLUGIN}.settings.read`,
} as const;

const action = (uid: string, displayName: string, subCategory: string) => ({
  section: 'plugins',
  pluginName: PLUGIN,
  uid,
  displayName,
  subCategory,
});

/** Puts the plugin's acts into the roles screen. Super admins have every one of them. */
export const registerPermissions = async (strapi: Core.Strapi): Promise<void> => {
  await strapi
    .service('admin::permission')
    .actionProvider.registerMany([
      action('snapshots.read', 'See mentions, quotes and snapshots', 'snapshots'),
      action('snapshots.recapture', 'Capture again', 'snapshots'),
      action('snapshots.void', 'Void', 'snapshots'),
      action('settings.read', 'See the settings', 'settings'),
    ]);
};
