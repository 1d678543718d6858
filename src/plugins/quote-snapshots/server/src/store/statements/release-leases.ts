import type { Core } from '@strapi/strapi';
import { chunksOf } from '../../chunks-of';
import { ROWS_PER_STATEMENT, snapshotTable } from '../snapshot-table';
import { locksRows } from '../transaction';

/** Ends the leases of these owners, so that any node may claim their rows at once. */
export const releaseLeases = async (strapi: Core.Strapi, owners: string[]): Promise<void> => {
  await strapi.db.transaction(async ({ trx }) => {
    const leased = snapshotTable(strapi, trx)
      .select('id')
      .whereIn('lease_owner', owners)
      .where('state', 'pending')
      .forUpdate();
    // It does not wait for a row that another transaction is writing: that row's lease expires by itself.
    const found: { id: number }[] = await (locksRows(strapi) ? leased.skipLocked() : leased);
    for (const chunk of chunksOf(found, ROWS_PER_STATEMENT))
      await snapshotTable(strapi, trx)
        .whereIn(
          'id',
          chunk.map(({ id }) => id),
        )
        .update({ lease_owner: null, lease_until: null });
  });
};
