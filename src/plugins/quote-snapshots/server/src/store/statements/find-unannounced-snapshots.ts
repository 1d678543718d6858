import type { Core } from '@strapi/strapi';
import { ownQuery } from '../own-query';
import type { SnapshotRow } from '../snapshot-row';

const UNANNOUNCED = { announcedAt: { $null: true }, state: { $ne: 'pending' } };

/** The rows of these publications that are no longer pending and that no event has told of yet. */
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
 * The same, of any publication, oldest first.
 *
 * @param before only rows that were written earlier than this: the process that wrote the others is about to tell
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
