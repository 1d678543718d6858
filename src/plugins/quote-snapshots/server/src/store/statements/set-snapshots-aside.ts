import type { Core } from '@strapi/strapi';
import { chunksOf } from '../../chunks-of';
import type { StoredReason } from '../../reasons/reason';
import { SET_ASIDE } from '../snapshot-row';
import { ROWS_PER_STATEMENT, snapshotTable } from '../snapshot-table';
import type { Transaction } from '../transaction';
import { endPendingSnapshots } from './end-pending-snapshots';
import { lockSnapshots } from './lock-snapshots';
import { retireSnapshots } from './retire-snapshots';

/**
 * Makes the rows of these publications not `current` until the document is published again, and marks their keys so that the next
 * publication finds them. A row that waits to replace another one is retired for good.
 */
export const setSnapshotsAside = async (
  strapi: Core.Strapi,
  trx: Transaction,
  relatedType: string,
  relatedKeys: string[],
  reasonIfPending: StoredReason,
): Promise<void> => {
  const { current, replacing } = await lockSnapshots(strapi, trx, relatedType, relatedKeys);
  await retireSnapshots(
    strapi,
    replacing.map(({ id }) => id),
    reasonIfPending,
  );
  const ids = current.map(({ id }) => id);
  for (const chunk of chunksOf(ids, ROWS_PER_STATEMENT)) {
    await endPendingSnapshots(strapi, chunk, reasonIfPending);
    await snapshotTable(strapi, trx)
      .whereIn('id', chunk)
      .update({
        current: false,
        current_key: strapi.db.connection.raw('current_key || ?', [SET_ASIDE]),
        updated_at: new Date(),
      });
  }
};
