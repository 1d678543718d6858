import type { Core } from '@strapi/strapi';
import { ownQuery } from '../own-query';
import type { SnapshotRow } from '../snapshot-row';

interface Page {
  where: Record<string, unknown>;
  order: 'newest' | 'oldest';
  offset?: number;
  limit: number;
}

/**
 * Rows of the whole record in the order in which they were written. It does not check rights: `where` must restrict the rows to
 * those that the caller may read.
 *
 * @returns up to `limit` rows
 */
export const searchRecord = async (
  strapi: Core.Strapi,
  { where, order, offset = 0, limit }: Page,
): Promise<SnapshotRow[]> =>
  ownQuery(strapi).findMany({
    where,
    // Sorted by id, whose index is read from either end. No total is counted, because the record grows for years.
    orderBy: { id: order === 'newest' ? 'desc' : 'asc' },
    offset,
    limit,
  });

/** All of these rows, in pieces, so that a long list is never in memory as a whole. Each piece is a query of its own. */
export async function* everyRow(
  strapi: Core.Strapi,
  { where, order, pageSize }: { where: Page['where']; order: Page['order']; pageSize: number },
): AsyncGenerator<SnapshotRow[]> {
  let last: number | undefined;
  for (;;) {
    const beyond = last === undefined ? {} : { id: order === 'newest' ? { $lt: last } : { $gt: last } };
    const rows = await searchRecord(strapi, { where: { $and: [where, beyond] }, order, limit: pageSize });
    if (rows.length > 0) yield rows;
    if (rows.length < pageSize) return;
    last = rows.at(-1)?.id;
  }
}
