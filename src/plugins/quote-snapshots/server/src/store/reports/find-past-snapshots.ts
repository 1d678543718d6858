import type { Core } from '@strapi/strapi';
import { ownQuery } from '../own-query';
import type { SnapshotRow } from '../snapshot-row';

/** The rows of a document in a locale that are no longer current, latest first. @param page from 1 */
export const findPastSnapshots = async (
  strapi: Core.Strapi,
  relatedType: string,
  relatedKey: string,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<SnapshotRow[]> =>
  ownQuery(strapi).findMany({
    where: { relatedType, relatedKey, current: false },
    orderBy: { id: 'desc' },
    offset: (page - 1) * pageSize,
    limit: pageSize,
  });

export const countPastSnapshots = async (
  strapi: Core.Strapi,
  relatedType: string,
  relatedKey: string,
): Promise<number> => ownQuery(strapi).count({ where: { relatedType, relatedKey, current: false } });
