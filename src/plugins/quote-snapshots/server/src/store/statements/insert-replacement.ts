import type { Core } from '@strapi/strapi';
import { ownQuery } from '../own-query';
import { snapshotTable } from '../snapshot-table';
import { insertSnapshots, type NewRow } from './insert-snapshots';

/**
 * Inserts a row that is to replace a current one. Where two callers want to replace the same row at once, one row is
 * inserted: the second caller is given that of the first, even if it has its figure by then.
 *
 * @returns the documentId of the row that waits to replace it or has replaced it; null where it is no longer current and
 *   no other row has replaced it
 */
export const insertReplacement = async (
  strapi: Core.Strapi,
  replacement: NewRow & { supersedes: string },
): Promise<string | null> =>
  // Strapi types a transaction's result as the callback's promise: awaiting it unwraps both.
  await strapi.db.transaction(async ({ trx }): Promise<string | null> => {
    // A capture locks the row that it replaces: while this lock is held, nothing takes its place.
    const [replaced]: { current: boolean | number }[] = await snapshotTable(strapi, trx)
      .select('current')
      .where('document_id', replacement.supersedes)
      .forUpdate();
    if (replaced?.current) {
      const inserted = await insertSnapshots(strapi, [replacement]);
      if (inserted.length > 0) return replacement.documentId;
    }
    const other = await ownQuery(strapi).findOne({
      where: { supersedes: replacement.supersedes, state: { $ne: 'unavailable' } },
      orderBy: { id: 'desc' },
    });
    return other?.documentId ?? null;
  });
