import { queueEvents } from '../events/queue-events';
import type { PluginContext } from '../plugin-context';
import type { InsertedRow } from '../store/snapshot-row';
import { isListed } from './listed-row';
import { logCaptures } from './log-captures';

/** Logs rows that were inserted with their figures, and queues their events. To be called after their commit. */
export const announceFilled = (context: PluginContext, rows: readonly InsertedRow[]): void => {
  if (rows.length === 0) return;
  logCaptures(context.strapi, rows.filter(isListed), new Map(rows.map((row) => [row.id, row])), 0);
  // Outside of the caller's transaction, in whose context the timer of the events would else run.
  context.outside(() => queueEvents(context, rows));
};
