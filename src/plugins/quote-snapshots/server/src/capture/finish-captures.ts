import { flushEvents } from '../events/queue-events';
import type { PluginContext } from '../plugin-context';
import { releaseLeases } from '../store/statements/release-leases';

const endOfCaptures = async ({ captures }: PluginContext['underWay']): Promise<void> => {
  while (captures.size > 0) await Promise.all(captures);
};

/** Resolves when no capture is running and no event is queued. */
export const flushCaptures = async (context: PluginContext): Promise<void> => {
  await endOfCaptures(context.underWay);
  await flushEvents(context);
};

/** Stops new captures from starting, and resolves when the running ones have ended. Other nodes capture the remaining rows. */
export const stopCaptures = async (context: PluginContext): Promise<void> => {
  const { strapi, underWay } = context;
  underWay.stopping = true;
  await Promise.all([underWay.workerTurn, endOfCaptures(underWay)]);
  await flushEvents(context);
  await releaseLeases(strapi, [underWay.publicationOwner]);
};

/**
 * Releases the leases of the running captures, so that other nodes can claim their rows at once. A capture that gets its answer
 * later finds that its lease is gone, and writes nothing.
 */
export const releaseAllLeases = ({ strapi, underWay }: PluginContext): Promise<void> =>
  releaseLeases(strapi, [underWay.publicationOwner, ...underWay.claimOwners]);
