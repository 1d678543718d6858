import { PLUGIN_ID } from './plugin-id';

const permission = (action: string) => ({ action: `plugin::${PLUGIN_ID}.${action}`, subject: null });

/** The plugin's permissions, by the names that roles store. The server checks each of them again. */
export const PERMISSIONS = {
  read: permission('settings.read'),
  clear: permission('settings.clear'),
} as const;
