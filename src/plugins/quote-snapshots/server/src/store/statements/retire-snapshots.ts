import type { Core } from '@strapi/strapi';
import { chunksOf } from '../../chunks-of';
import type { StoredReason } from '../../reasons/reason';
import { ownQuery } from '../own-query';
import { ROWS_PER_STATEMENT } from '../snapshot-table';
import type { Transaction } from '../transaction';
import { endPendingSnapshots } from './end-pending-snapshots';
import { lockSnapshots } from './lock-snapshots';

/** Makes rows not `current` for good. Those that are still pending become unavailable, with the reason. */
export const retireSnapshots = async (
  strapi: Core.Strapi,
  ids: number[],
  reasonIfPending: StoredReason,
): Promise<void> => {
  for (const chunk of chunksOf(ids, ROWS_PER_STATEMENT)) {
    await endPendingSnapshots(strapi, chunk, reasonIfPending);
    await ownQuery(strapi).updateMany({
      where: { id: { $in: chunk } },
      data: { current: false, currentKey: null, updatedAt: new Date() },
    });
  }
};

/** Retires all rows of these publications that are current, set aside or waiting, because their document is deleted. */
export const retirePublications = async (
  strapi: Core.Strapi,
  trx: Transaction,
  relatedType: string,
  relatedKeys: string[],
  reasonIfPending: StoredReason,
): Promise<void> => {
  const { current, setAside, replacing } = await lockSnapshots(strapi, trx, relatedType, relatedKeys);
  const ids = [...current, ...setAside, ...replacing].map(({ id }) => id);
  await retireSnapshots(strapi, ids, reasonIfPending);
};
