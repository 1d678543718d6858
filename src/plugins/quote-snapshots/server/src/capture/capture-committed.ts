import { queueEvents } from '../events/queue-events';
import type { PluginContext } from '../plugin-context';
import type { CommittedRows, InsertedRow, RowsToCapture } from '../store/snapshot-row';
import { findLeasedSnapshots } from '../store/statements/find-leased-snapshots';
import { currentRequest } from '../strapi/served-request';
import { captureRows } from './capture-rows';
import { claimAndCapture } from './claim-and-capture';
import { isListed } from './listed-row';
import { logAndContinue } from './log-and-continue';
import { logCaptures } from './log-captures';

/** Captures what a committed publication waits for. Never rejects. */
export const captureCommitted = async (
  context: PluginContext,
  { waiting, earlier }: RowsToCapture,
): Promise<void> => {
  const { strapi, underWay } = context;
  const owner = underWay.publicationOwner;
  await logAndContinue(strapi, async () => {
    const leased = earlier.length > 0 ? await findLeasedSnapshots(strapi, earlier, owner) : [];
    const ours = new Map([...leased, ...waiting].map((row) => [row.documentId, row]));
    const rows = [...ours.values()].filter(isListed);
    const others = earlier.filter((documentId) => !ours.has(documentId));
    await Promise.all([
      rows.length > 0 ? captureRows(context, rows, owner, 'publication') : undefined,
      others.length > 0 ? claimAndCapture(context, { documentIds: others }, 'publication') : undefined,
    ]);
  });
};

/** Starts a capture outside of every transaction. `underWay.captures` holds it until it has ended. */
export const captureOutsideTransaction = (context: PluginContext, rows: RowsToCapture): Promise<void> => {
  const { outside, underWay } = context;
  const capture = outside(() => captureCommitted(context, rows));
  underWay.captures.add(capture);
  void capture.finally(() => underWay.captures.delete(capture));
  return capture;
};

/** Logs rows that were inserted with their figures, and queues their events. */
const announceFilled = (context: PluginContext, rows: readonly InsertedRow[]): void => {
  if (rows.length === 0) return;
  logCaptures(context.strapi, rows.filter(isListed), new Map(rows.map((row) => [row.id, row])), 0);
  // Outside of the caller's transaction, in whose context the timer of the events would else run.
  context.outside(() => queueEvents(context, rows));
};

/**
 * Announces the figures that have committed with a publication, and starts the capture of those that it waits for. To be
 * called after its commit.
 *
 * @returns the capture, which never rejects; undefined where nothing waits, or where it is left to a batch or to another node
 */
export const captureAfterCommit = (
  context: PluginContext,
  rows: CommittedRows,
): Promise<void> | undefined => {
  const { config, strapi, underWay } = context;
  announceFilled(context, rows.filled);
  if (rows.waiting.length + rows.earlier.length === 0) return undefined;
  // The rows are in the database: another node captures them, or this one after its next start.
  if (underWay.stopping) return undefined;
  const batch = underWay.batch.getStore();
  if (batch) {
    // Only their ids: until the batch ends, their leases may run out, and others may capture or retire them.
    for (const { documentId } of rows.waiting) batch.add(documentId);
    for (const documentId of rows.earlier) batch.add(documentId);
    return undefined;
  }
  const capture = captureOutsideTransaction(context, rows);
  const request = currentRequest(strapi);
  const wait = request && underWay.requests.get(request);
  if (wait) {
    wait.until ??= Date.now() + config.deadlineMs;
    wait.captures.push(capture);
  }
  return capture;
};
