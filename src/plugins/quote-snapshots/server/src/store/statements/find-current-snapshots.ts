import type { Core } from '@strapi/strapi';
import { ownQuery } from '../own-query';
import type { SnapshotRow } from '../snapshot-row';

/** The current rows of these publications, in the order in which the text first mentions them. */
export const findCurrentSnapshots = async (
  strapi: Core.Strapi,
  relatedType: string,
  relatedKeys: string[],
): Promise<SnapshotRow[]> =>
  ownQuery(strapi).findMany({
    where: { relatedType, relatedKey: { $in: relatedKeys }, current: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
