import type { Core } from '@strapi/strapi';
import { ownQuery } from '../own-query';
import type { SnapshotRow } from '../snapshot-row';

/** The pending or failed rows that were to replace these ones (documentIds), the oldest first. */
export const findUnfinishedReplacements = async (
  strapi: Core.Strapi,
  documentIds: string[],
): Promise<SnapshotRow[]> => {
  if (documentIds.length === 0) return [];
  return ownQuery(strapi).findMany({
    where: { supersedes: { $in: documentIds }, current: false, state: { $in: ['pending', 'unavailable'] } },
    orderBy: { id: 'asc' },
  });
};
