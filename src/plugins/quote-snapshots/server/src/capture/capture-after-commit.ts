import type { PluginContext } from '../plugin-context';
import type { RowsToCapture } from '../store/snapshot-row';
import { captureCommitted } from './capture-committed';
import { currentRequest } from '../strapi/served-request';

/** Starts a capture outside of every transaction, and keeps it in view until it has ended. */
export const captureOutsideTransaction = (context: PluginContext, rows: RowsToCapture): Promise<void> => {
  const { outside, underWay } = context;
  const capture = outside(() => captureCommitted(context, rows));
  underWay.captures.add(capture);
  void capture.finally(() => underWay.captures.delete(capture));
  return capture;
};

/**
 * Starts the capture of a publication that has just committed.
 *
 * @returns the capture, which never rejects; undefined where it is left to a batch, or to another node
 */
export const captureAfterCommit = (
  context: PluginContext,
  rows: RowsToCapture,
): Promise<void> | undefined => {
  const { config, strapi, underWay } = context;
  // The rows are in the database: another node captures them, or this one after its next start.
  if (underWay.stopping) return undefined;
  const batch = underWay.batch.getStore();
  if (batch) {
    // Only their ids: until the batch ends, their leases may run out, and others may capture or retire them.
    for (const { documentId } of rows.inserted) batch.add(documentId);
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
