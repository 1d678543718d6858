import type { Core } from '@strapi/strapi';
import { SNAPSHOT_UID } from '../../plugin-names';
import { ownQuery } from '../own-query';
import type { SnapshotRow } from '../snapshot-row';
import { tableNameOf } from '../../strapi/tables';

export interface RecordSummary {
  pending: number;
  /** When the oldest pending row was created. */
  oldestPendingAt: Date | null;
  /** Why current rows have no figure. */
  failures: { code: string; count: number }[];
}

/** The number of pending rows, the time of the oldest one, and the reasons why current rows have no figure. */
export const summarizeRecord = async (strapi: Core.Strapi): Promise<RecordSummary> => {
  const pending = await ownQuery(strapi).count({ where: { state: 'pending' } });
  const oldest: SnapshotRow | null = await ownQuery(strapi).findOne({
    select: ['createdAt'],
    where: { state: 'pending' },
    orderBy: { createdAt: 'asc' },
  });
  const failed: { failure_code: string | null; count: string | number }[] = await strapi.db
    .getConnection(tableNameOf(strapi, SNAPSHOT_UID))
    .select('failure_code')
    .count({ count: '*' })
    .where('state', 'unavailable')
    .where('current', true)
    .groupBy('failure_code');
  const failures = failed.map(({ failure_code, count }) => ({
    code: failure_code ?? 'unresolved-mention',
    count: Number(count),
  }));
  return { pending, oldestPendingAt: oldest && new Date(oldest.createdAt), failures };
};
