import { PLUGIN_ID } from './plugin-id';

const permission = (action: string) => ({
  action: `plugin::${PLUGIN_ID}.${action}`,
  subject: null,
});

/** The plugin's permissions. The server checks each of them again. */
export const PERMISSIONS = {
  readSnapshots: permission('snapshots.read'),
  recapture: permission('snapshots.recapture'),
  void: permission('snapshots.void'),
  readSettings: permission('settings.read'),
} as const;
