import type { Core } from '@strapi/strapi';
import { SNAPSHOT_UID } from '../../plugin-names';
import { ownQuery } from '../own-query';
import type { SnapshotRow } from '../snapshot-row';

/** One row by its documentId, with the id of its ticker, or null. */
export const findSnapshot = async (
  strapi: Core.Strapi,
  documentId: string,
): Promise<(SnapshotRow & { ticker: number | null }) | null> => {
  const populate = 'ticker' in strapi.contentType(SNAPSHOT_UID).attributes ? ['ticker'] : [];
  const row: (SnapshotRow & { ticker?: { id: number } | null }) | null = await ownQuery(strapi).findOne({
    where: { documentId },
    populate,
  });
  return row && { ...row, ticker: row.ticker?.id ?? null };
};
