import { errors } from '@strapi/utils';
import type { PluginContext } from '../plugin-context';
import { refused } from '../reasons/refused';
import { findPendingReplacement } from '../store/statements/find-pending-replacement';
import { makeSnapshotDue } from '../store/statements/make-snapshot-due';
import { captureCommitted } from './capture-committed';
import { captureReplacement } from './recapture-snapshot';
import { requireCurrentSnapshot } from './require-current-snapshot';

/**
 * Asks at once for a figure that is missing: that of a current snapshot that is pending, of the row that waits to
 * replace one, or, where the snapshot was given up, of a new row.
 *
 * @param documentId of the current snapshot
 * @returns the documentId of the row that is asked for
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
