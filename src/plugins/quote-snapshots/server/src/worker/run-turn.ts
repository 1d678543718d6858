import { captureDue, ROWS_PER_CLAIM } from '../capture/claim-and-capture';
import { announceOverdueSnapshots } from '../events/announce-snapshots';
import { flushEvents } from '../events/queue-events';
import type { PluginContext } from '../plugin-context';
import { sweepPublications } from './sweep-publications';

const turn = async (context: PluginContext): Promise<void> => {
  const { strapi, underWay } = context;
  try {
    await sweepPublications(context);
    let captured = ROWS_PER_CLAIM;
    while (captured === ROWS_PER_CLAIM && !underWay.stopping) captured = await captureDue(context);
    await flushEvents(context);
    if (!underWay.stopping) await announceOverdueSnapshots(strapi);
  } catch (error) {
    strapi.log.error(`quote-snapshots: the worker failed, and goes on at its next turn: ${String(error)}`);
  }
};

/**
 * One turn of the worker, which finishes what publishing could not. It records publications that were not recorded, captures rows
 * that are due, and sends events that are overdue. Every node runs a worker, and they coordinate only through the database. A call
 * during a turn joins that turn. Never rejects.
 */
export const runWorkerTurn = (context: PluginContext): Promise<void> => {
  const { outside, underWay } = context;
  if (underWay.stopping) return Promise.resolve();
  underWay.workerTurn ??= outside(() => turn(context)).finally(() => {
    underWay.workerTurn = undefined;
  });
  return underWay.workerTurn;
};
