import type { Core } from '@strapi/strapi';
import { logLine } from './log-line';
import { releaseAllLeases, stopCaptures } from './capture/finish-captures';
import { pluginContext } from './plugin-context';

/** Docker kills after ten seconds, Kubernetes after thirty: by then other nodes must have what was not finished. */
const STOP_WITHIN_MS = 8_000;

/** Drains: takes nothing new, and lets captures under way finish or gives them back. Strapi calls it before it closes the database. */
export default async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), STOP_WITHIN_MS);
  });
  const context = pluginContext(strapi);
  const ended = await Promise.race([stopCaptures(context), enough]);
  clearTimeout(timer);
  if (ended !== 'late') return;
  await releaseAllLeases(context);
  strapi.log.warn(logLine('stop', { outcome: 'captures under way are left to other nodes' }));
};
