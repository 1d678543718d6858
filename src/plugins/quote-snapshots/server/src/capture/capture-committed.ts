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

/** Captures the rows of a committed publication. Never rejects. */
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

/** Starts a capture outside of all transactions. `underWay.captures` contains it until it has ended. */
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
  // Otherwise the timer of the events would run in the context of the caller's transaction.
  context.outside(() => queueEvents(context, rows));
};

/**
 * Announces the figures that were committed with a publication, and starts the capture of the rows that still wait. Must be called
 * after the commit.
 *
 * @returns the capture, which never rejects; undefined if no row waits, or if a batch or another node will capture the rows
 */
export const captureAfterCommit = (
  context: PluginContext,
  rows: CommittedRows,
): Promise<void> | undefined => {
  const { config, strapi, underWay } = context;
  announceFilled(context, rows.filled);
  if (rows.waiting.length + rows.earlier.length === 0) return undefined;
  // The rows are in the database. Another node captures them, or this node does so after its next start.
  if (underWay.stopping) return undefined;
  const batch = underWay.batch.getStore();
  if (batch) {
    // The batch gets only the ids. Before it ends, the leases may expire, and others may capture or retire the rows.
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
