import { errors } from '@strapi/utils';
import type { PluginContext } from '../plugin-context';
import { refused } from '../reasons/refused';
import { findPendingReplacement } from '../store/statements/find-pending-replacement';
import { makeSnapshotDue } from '../store/statements/make-snapshot-due';
import { captureCommitted } from './capture-committed';
import { captureReplacement } from './recapture-snapshot';
import { requireCurrentSnapshot } from './require-current-snapshot';

/**
 * Requests a missing figure at once. If the current snapshot is pending, this is its own figure. If a row waits to replace it, this
 * is the figure of that row. If the snapshot was given up, a new row is inserted.
 *
 * @param documentId of the current snapshot
 * @returns the documentId of the row whose figure is requested
 * @throws NotFoundError, ValidationError (not current, no instrument, or it has its figure)
 */
export const retrySnapshot = async (context: PluginContext, documentId: string): Promise<string> => {
  const { strapi } = context;
  const row = await requireCurrentSnapshot(strapi, documentId);
  const pending = row.state === 'pending' ? row : await findPendingReplacement(strapi, documentId);
  if (pending) {
    await makeSnapshotDue(strapi, pending.documentId);
    if (!strapi.db.inTransaction())
      await captureCommitted(context, { waiting: [], earlier: [pending.documentId] });
    return pending.documentId;
  }
  if (row.state === 'unavailable') return captureReplacement(context, documentId, null);
  throw new errors.ValidationError(
    `The quote snapshot "${documentId}" is ${row.state}: only one without a figure can be tried again.`,
    refused('not-missing'),
  );
};
