import type { Core } from '@strapi/strapi';
import { ownQuery } from '../own-query';
import type { SnapshotRow } from '../snapshot-row';

const past = (relatedType: string, relatedKey: string, instrument: string | undefined) => ({
  relatedType,
  relatedKey,
  current: false,
  ...(instrument === undefined ? {} : { instrument }),
});

/**
 * The rows of a document in a locale that are no longer current, the latest first.
 *
 * @param page from 1
 * @param instrument restricts the rows to one listing
 */
export const findPastSnapshots = async (
  strapi: Core.Strapi,
  relatedType: string,
  relatedKey: string,
  { page, pageSize, instrument }: { page: number; pageSize: number; instrument?: string | undefined },
): Promise<SnapshotRow[]> =>
  ownQuery(strapi).findMany({
    where: past(relatedType, relatedKey, instrument),
    orderBy: { id: 'desc' },
    offset: (page - 1) * pageSize,
    limit: pageSize,
  });

export const countPastSnapshots = async (
  strapi: Core.Strapi,
  relatedType: string,
  relatedKey: string,
  instrument?: string,
): Promise<number> => ownQuery(strapi).count({ where: past(relatedType, relatedKey, instrument) });
