import type { Core } from '@strapi/strapi';
import { ownQuery } from '../own-query';
import type { SnapshotRow } from '../snapshot-row';

/** The current rows of these publications, in order of first mention. */
export const findCurrentSnapshots = async (
  strapi: Core.Strapi,
  relatedType: string,
  relatedKeys: string[],
): Promise<SnapshotRow[]> =>
  ownQuery(strapi).findMany({
    where: { relatedType, relatedKey: { $in: relatedKeys }, current: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
