import type { Core } from '@strapi/strapi';
import { ownQuery } from '../own-query';
import type { StoredReason } from '../../reasons/reason';
import { RETIRED } from '../snapshot-row';

/** Makes those of these rows that are still pending unavailable, with the reason: nobody will capture them. */
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
