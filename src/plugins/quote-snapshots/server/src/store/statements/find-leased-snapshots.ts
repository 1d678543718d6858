import type { Core } from '@strapi/strapi';
import { chunksOf } from '../../chunks-of';
import { ownQuery } from '../own-query';
import type { WaitingRow } from '../snapshot-row';
import { ROWS_PER_STATEMENT } from '../snapshot-table';

/** The rows (documentIds) that are pending and already leased by this owner. */
export const findLeasedSnapshots = async (
  strapi: Core.Strapi,
  documentIds: string[],
  owner: string,
): Promise<WaitingRow[]> => {
  const rows: WaitingRow[] = [];
  for (const chunk of chunksOf(documentIds, ROWS_PER_STATEMENT))
    rows.push(
      ...(await ownQuery(strapi).findMany({
        where: { documentId: { $in: chunk }, state: 'pending', leaseOwner: owner },
        orderBy: { id: 'asc' },
      })),
    );
  return rows;
};
