import type { Core } from '@strapi/strapi';
import { ownQuery } from '../own-query';
import type { SnapshotRow, SnapshotState } from '../snapshot-row';

/** Which rows are wanted; what is undefined is not asked for. */
export interface SnapshotSearch {
  /** `XNAS:MSFT` */
  instrument: string | undefined;
  state: SnapshotState | undefined;
  current: boolean | undefined;
  publishedSince: Date | undefined;
  publishedBefore: Date | undefined;
}

/**
 * Rows of the whole record, latest first. It knows nothing of rights: what a caller may not read must be
 * taken out afterwards.
 */
export const findLatestSnapshots = async (
  strapi: Core.Strapi,
  { instrument, state, current, publishedSince, publishedBefore }: SnapshotSearch,
  limit: number,
): Promise<SnapshotRow[]> =>
  ownQuery(strapi).findMany({
    where: {
      ...(instrument === undefined ? {} : { instrument }),
      ...(state === undefined ? {} : { state }),
      ...(current === undefined ? {} : { current }),
      relatedPublishedAt: {
        $notNull: true,
        ...(publishedSince === undefined ? {} : { $gte: publishedSince }),
        ...(publishedBefore === undefined ? {} : { $lt: publishedBefore }),
      },
    },
    // The order of an index: the record grows for years.
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    limit,
  });
