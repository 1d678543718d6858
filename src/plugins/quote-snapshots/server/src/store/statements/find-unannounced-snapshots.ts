import type { Core } from '@strapi/strapi';
import { ownQuery } from '../own-query';
import type { SnapshotRow } from '../snapshot-row';

const UNANNOUNCED = { announcedAt: { $null: true }, state: { $ne: 'pending' } };

/** The rows of these publications that are no longer pending and that no event has announced yet. */
export const findUnannouncedSnapshots = async (
  strapi: Core.Strapi,
  relatedType: string,
  relatedKeys: string[],
): Promise<SnapshotRow[]> =>
  ownQuery(strapi).findMany({
    where: { relatedType, relatedKey: { $in: relatedKeys }, ...UNANNOUNCED },
    orderBy: { id: 'asc' },
  });

/**
 * Rows of any publication that no event has announced yet, oldest first.
 *
 * @param before only rows that were written earlier. The process that wrote a later row is about to announce it.
 */
export const findOverdueAnnouncements = async (
  strapi: Core.Strapi,
  before: Date,
  limit: number,
): Promise<SnapshotRow[]> =>
  ownQuery(strapi).findMany({
    where: { ...UNANNOUNCED, updatedAt: { $lt: before } },
    orderBy: { id: 'asc' },
    limit,
  });
