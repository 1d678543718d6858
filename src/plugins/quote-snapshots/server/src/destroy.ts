import type { Core } from '@strapi/strapi';
import { releaseAllLeases, stopCaptures } from './capture/finish-captures';
import { logLine } from './log-line';
import { existingContext } from './plugin-context';

/** Docker kills a process ten seconds after asking it to stop, Kubernetes after thirty. */
const STOP_WITHIN_MS = 8_000;

/**
 * Starts no new captures, waits for running ones, and releases the leases of those that take too long, so that other nodes can
 * finish them. Strapi calls this before it closes the database.
 */
export default async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  const context = existingContext(strapi);
  if (!context) return;
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<'too late'>((resolve) => {
    timer = setTimeout(() => resolve('too late'), STOP_WITHIN_MS);
  });
  const ended = await Promise.race([stopCaptures(context), tooLate]);
  clearTimeout(timer);
  if (ended !== 'too late') return;
  await releaseAllLeases(context);
  strapi.log.warn(logLine('stop', { outcome: 'captures under way are left to other nodes' }));
};
