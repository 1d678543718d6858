import { PLUGIN_ID } from '../plugin-id';

/** Whether a content type has quote snapshots: `pluginOptions: { "quote-snapshots": { "enabled": true } }`. */
export const isOptedIn = ({ pluginOptions }: { pluginOptions?: object }): boolean => {
  const options = pluginOptions as Record<string, { enabled?: boolean } | undefined> | undefined;
  return options?.[PLUGIN_ID]?.enabled === true;
};
