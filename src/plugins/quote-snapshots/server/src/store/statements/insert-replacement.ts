import type { Core } from '@strapi/strapi';
import { ownQuery } from '../own-query';
import { snapshotTable } from '../snapshot-table';
import { insertSnapshots, type NewRow } from './insert-snapshots';

/**
 * Inserts a row that is to replace a current one. If two callers want to replace the same row at once, only one row is inserted.
 * The second caller gets the row of the first, even if that row already has its figure.
 *
 * @returns the documentId of the row that waits to replace it or has replaced it; null if it is no longer current and no other row
 *   has replaced it
 */
export const insertReplacement = async (
  strapi: Core.Strapi,
  replacement: NewRow & { supersedes: string },
): Promise<string | null> =>
  // Strapi types a transaction's result as the callback's promise, so it is awaited twice.
  await strapi.db.transaction(async ({ trx }): Promise<string | null> => {
    // A capture locks the row that it replaces. While this lock is held, no other row can replace it.
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
