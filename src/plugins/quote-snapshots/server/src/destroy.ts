import type { Core } from '@strapi/strapi';
import { logLine } from './log-line';
import { pluginServices } from './services/plugin-services';

/** Docker kills after ten seconds, Kubernetes after thirty: by then other nodes must have what was not finished. */
const STOP_WITHIN_MS = 8_000;

/** Drains: takes nothing new, and lets captures under way finish or gives them back. Strapi calls it before it closes the database. */
export default async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), STOP_WITHIN_MS);
  });
  const { capture } = pluginServices(strapi);
  const ended = await Promise.race([capture.stop(), enough]);
  clearTimeout(timer);
  if (ended !== 'late') return;
  await capture.giveBack();
  strapi.log.warn(logLine('stop', { outcome: 'captures under way are left to other nodes' }));
};
