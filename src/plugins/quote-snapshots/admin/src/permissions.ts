import { PLUGIN_ID } from './plugin-id';

const permission = (action: string) => ({
  action: `plugin::${PLUGIN_ID}.${action}`,
  subject: null,
});

/** The plugin's acts, as roles are given them. The server checks each again. */
export const PERMISSIONS = {
  readSnapshots: permission('snapshots.read'),
  recapture: permission('snapshots.recapture'),
  void: permission('snapshots.void'),
  readSettings: permission('settings.read'),
} as const;
