import type { Core } from '@strapi/strapi';
import { PLUGIN } from '../plugin-names';
import { registerAdminActions, type AdminAction } from '../strapi/roles/admin-actions';

/** The permissions that an admin role may have. Roles store the names, so they must not change. */
export const PERMISSIONS = {
  readSnapshots: `plugin::${PLUGIN}.snapshots.read`,
  recapture: `plugin::${PLUGIN}.snapshots.recapture`,
  void: `plugin::${PLUGIN}.snapshots.void`,
  readSettings: `plugin::${PLUGIN}.settings.read`,
} as const;

const action = (uid: string, displayName: string, subCategory: string): AdminAction => ({
  section: 'plugins',
  pluginName: PLUGIN,
  uid,
  displayName,
  subCategory,
});

/** Lists the plugin's permissions in the roles screen. Super admins have all of them. */
export const registerPermissions = async (strapi: Core.Strapi): Promise<void> => {
  await registerAdminActions(strapi, [
    action('snapshots.read', 'See mentions, quotes and snapshots', 'snapshots'),
    action('snapshots.recapture', 'Capture again', 'snapshots'),
    action('snapshots.void', 'Void', 'snapshots'),
    action('settings.read', 'See the settings', 'settings'),
  ]);
};
