import { PLUGIN_ID } from './plugin-id';

const permission = (action: string) => ({ action: `plugin::${PLUGIN_ID}.${action}`, subject: null });

/** The plugin's acts, as roles are given them. The server checks each again. */
export const PERMISSIONS = {
  read: permission('settings.read'),
  clear: permission('settings.clear'),
} as const;
