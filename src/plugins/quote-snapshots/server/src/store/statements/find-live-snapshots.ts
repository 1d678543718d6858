import type { Core } from '@strapi/strapi';
import { ownQuery } from '../own-query';
import { SET_ASIDE, type SnapshotRow } from '../snapshot-row';

/** The rows of publications that the next publication needs. Each list is in the order in which the text first mentions them. */
export interface LiveSnapshots {
  current: SnapshotRow[];
  /** Rows that were current until the document was unpublished. */
  setAside: SnapshotRow[];
  /** Rows that wait to replace a current one. */
  replacing: SnapshotRow[];
}

export const NO_LIVE_SNAPSHOTS: LiveSnapshots = { current: [], setAside: [], replacing: [] };

/**
 * The rows of these publications that are current, were current until the document was unpublished, or wait to replace a current
 * one.
 */
export const findLiveSnapshots = async (
  strapi: Core.Strapi,
  relatedType: string,
  relatedKeys: string[],
): Promise<LiveSnapshots> => {
  const rows: SnapshotRow[] = await ownQuery(strapi).findMany({
    where: { relatedType, relatedKey: { $in: relatedKeys }, currentKey: { $notNull: true } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  return {
    current: rows.filter(({ current }) => current),
    setAside: rows.filter(({ currentKey }) => currentKey?.endsWith(SET_ASIDE)),
    replacing: rows.filter(({ current, currentKey }) => !current && !currentKey?.endsWith(SET_ASIDE)),
  };
};
