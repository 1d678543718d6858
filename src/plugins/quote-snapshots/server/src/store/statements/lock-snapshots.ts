import type { Core } from '@strapi/strapi';
import { snapshotTable } from '../snapshot-table';
import { locksRows, type Transaction } from '../transaction';
import { findLiveSnapshots, NO_LIVE_SNAPSHOTS, type LiveSnapshots } from './find-live-snapshots';

/**
 * The same rows as {@link findLiveSnapshots}, locked until the transaction ends. A capture that wants to replace one of them has
 * either done so before the lock, or finds it retired afterwards.
 */
export const lockSnapshots = async (
  strapi: Core.Strapi,
  trx: Transaction,
  relatedType: string,
  relatedKeys: string[],
): Promise<LiveSnapshots> => {
  if (locksRows(strapi)) {
    // This statement waits for other transactions. Only the next statement sees what they have written.
    const locked: unknown[] = await snapshotTable(strapi, trx)
      .select('id')
      .where('related_type', relatedType)
      .whereIn('related_key', relatedKeys)
      .whereNotNull('current_key')
      .orderBy('id')
      .forUpdate();
    if (locked.length === 0) return NO_LIVE_SNAPSHOTS;
  }
  return findLiveSnapshots(strapi, relatedType, relatedKeys);
};
