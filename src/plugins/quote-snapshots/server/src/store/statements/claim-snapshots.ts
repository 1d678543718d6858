import type { Core } from '@strapi/strapi';
import { chunksOf } from '../../chunks-of';
import { databaseNow } from '../database-clock';
import { leaseUntil } from '../lease';
import { ownQuery } from '../own-query';
import type { WaitingRow } from '../snapshot-row';
import { ROWS_PER_STATEMENT, snapshotTable } from '../snapshot-table';
import { locksRows, type Transaction } from '../transaction';

type Query = ReturnType<typeof snapshotTable>;

/** Chooses among the pending rows that have no lease, or whose lease has expired. */
type Choice = (free: () => Query, now: Date) => Query[];

/** Leases the chosen rows. On PostgreSQL, it skips rows that another claim is choosing at the same time. */
const claim = async (strapi: Core.Strapi, choose: Choice, owner: string): Promise<WaitingRow[]> => {
  const lease = async (trx: Transaction): Promise<number[]> => {
    const now = await databaseNow(strapi, trx);
    const free = () =>
      snapshotTable(strapi, trx)
        .select('id')
        .where('state', 'pending')
        .whereNotNull('instrument')
        .where((lease: Query) => lease.whereNull('lease_until').orWhere('lease_until', '<', now))
        .forUpdate();
    const ids: number[] = [];
    for (const chosen of choose(free, now)) {
      const found: { id: number }[] = await (locksRows(strapi) ? chosen.skipLocked() : chosen);
      ids.push(...found.map(({ id }) => id));
    }
    for (const chunk of chunksOf(ids, ROWS_PER_STATEMENT))
      await snapshotTable(strapi, trx)
        .whereIn('id', chunk)
        .update({ lease_owner: owner, lease_until: leaseUntil(now) });
    return ids;
  };
  const claimed = await strapi.db.transaction(({ trx }) => lease(trx));
  const rows: WaitingRow[] = [];
  for (const chunk of chunksOf(claimed, ROWS_PER_STATEMENT))
    rows.push(
      ...(await ownQuery(strapi).findMany({ where: { id: { $in: chunk } }, orderBy: { id: 'asc' } })),
    );
  return rows;
};

/** Leases the free ones among these pending rows. */
export const claimSnapshots = (
  strapi: Core.Strapi,
  documentIds: string[],
  owner: string,
): Promise<WaitingRow[]> =>
  claim(
    strapi,
    (free) =>
      chunksOf(documentIds, ROWS_PER_STATEMENT).map((chunk) =>
        free().whereIn('document_id', chunk).orderBy('id'),
      ),
    owner,
  );

/** Leases pending rows whose next attempt is due, starting with those that have been due longest. */
export const claimDueSnapshots = (strapi: Core.Strapi, limit: number, owner: string): Promise<WaitingRow[]> =>
  claim(
    strapi,
    (free, now) => [free().where('next_attempt_at', '<=', now).orderBy('next_attempt_at').limit(limit)],
    owner,
  );
