import type { Core } from '@strapi/strapi';
import { ownQuery } from '../own-query';
import type { StoredReason } from '../../reasons/reason';
import { RETIRED } from '../snapshot-row';

/** Marks the still pending ones among these rows as unavailable, with the reason, because nobody will capture them. */
export const endPendingSnapshots = async (
  strapi: Core.Strapi,
  ids: number[],
  reason: StoredReason,
): Promise<void> => {
  await ownQuery(strapi).updateMany({
    where: { id: { $in: ids }, state: 'pending' },
    data: { state: 'unavailable', ...reason, failureCode: RETIRED },
  });
};
