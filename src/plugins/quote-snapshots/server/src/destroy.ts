import type { Core } from '@strapi/strapi';
import { logLine } from './capture/log-line';
import { pluginServices } from './services/plugin-services';

/** Docker kills a process ten seconds after it asked it to stop, Kubernetes after thirty. */
const STOP_WITHIN_MS = 8_000;

/**
 * Starts no new captures, waits for those that run, and releases the leases of those that take too long, so that other nodes can
 * finish them. Strapi calls it before it closes the database.
 */
export default async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<'too late'>((resolve) => {
    timer = setTimeout(() => resolve('too late'), STOP_WITHIN_MS);
  });
  const { capture } = pluginServices(strapi);
  const ended = await Promise.race([capture.stop(), tooLate]);
  clearTimeout(timer);
  if (ended !== 'too late') return;
  await capture.giveBack();
  strapi.log.warn(logLine('stop', { outcome: 'captures under way are left to other nodes' }));
};
