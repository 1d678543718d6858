import type { Core } from '@strapi/strapi';
import { SNAPSHOT_UID } from '../../plugin-names';
import type { SnapshotState } from '../snapshot-row';
import { tableNameOf } from '../../strapi/tables';

export interface StateCount {
  relatedKey: string;
  state: SnapshotState;
  count: number;
}

/** The number of these publications' current rows in each state. */
export const countSnapshotStates = async (
  strapi: Core.Strapi,
  relatedType: string,
  relatedKeys: string[],
): Promise<StateCount[]> => {
  const counts: (Omit<StateCount, 'count'> & { count: number | string })[] = await strapi.db
    .getConnection(tableNameOf(strapi, SNAPSHOT_UID))
    .select({ relatedKey: 'related_key', state: 'state' })
    .count({ count: '*' })
    .where({ related_type: relatedType, current: true })
    .whereIn('related_key', relatedKeys)
    .groupBy('related_key', 'state');
  // PostgreSQL counts in bigint, which the driver returns as text.
  return counts.map((row) => ({ ...row, count: Number(row.count) }));
};
