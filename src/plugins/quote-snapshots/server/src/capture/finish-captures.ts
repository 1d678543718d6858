import { flushEvents } from '../events/queue-events';
import type { PluginContext } from '../plugin-context';
import { releaseLeases } from '../store/statements/release-leases';

const endOfCaptures = async ({ captures }: PluginContext['underWay']): Promise<void> => {
  while (captures.size > 0) await Promise.all(captures);
};

/** Resolves when no capture is under way and no event is queued. */
export const flushCaptures = async (context: PluginContext): Promise<void> => {
  await endOfCaptures(context.underWay);
  await flushEvents(context);
};

/** Starts nothing new; resolves when what is under way has ended, and leaves the rest to other nodes. */
export const stopCaptures = async (context: PluginContext): Promise<void> => {
  const { strapi, underWay } = context;
  underWay.stopping = true;
  await Promise.all([underWay.workerTurn, endOfCaptures(underWay)]);
  await flushEvents(context);
  await releaseLeases(strapi, [underWay.publicationOwner]);
};

/**
 * Releases the leases of the captures under way, so that other nodes can claim their rows at once. An answer that still
 * comes finds its lease gone, and writes nothing.
 */
export const releaseAllLeases = ({ strapi, underWay }: PluginContext): Promise<void> =>
  releaseLeases(strapi, [underWay.publicationOwner, ...underWay.claimOwners]);
