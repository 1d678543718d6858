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
 * Rows of the whole record in the order in which they were written. It knows nothing of rights: `where` must hold what the
 * caller may read.
 *
 * @returns up to `limit` rows
 */
export const searchRecord = async (
  strapi: Core.Strapi,
  { where, order, offset = 0, limit }: Page,
): Promise<SnapshotRow[]> =>
  ownQuery(strapi).findMany({
    where,
    // By the id: its index is read from either end, and no total is counted, for the record grows for years.
    orderBy: { id: order === 'newest' ? 'desc' : 'asc' },
    offset,
    limit,
  });

/** All of these rows, in pieces, so that a long list never stands in memory. Each piece is a query of its own. */
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
