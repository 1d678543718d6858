import type { Core } from '@strapi/strapi';
import { ownQuery } from '../own-query';
import type { SnapshotRow } from '../snapshot-row';
import { chunksPerPublication, snapshotTable } from '../snapshot-table';
import { locksRows } from '../transaction';

/** Notes that events have announced these rows. A row that has changed since it was read is not marked. */
export const markAnnounced = async (
  strapi: Core.Strapi,
  rows: readonly Pick<SnapshotRow, 'id' | 'relatedKey' | 'state'>[],
  at: Date,
): Promise<void> => {
  for (const ofPublication of chunksPerPublication(strapi, rows, ({ relatedKey }) => relatedKey)) {
    const ids = ofPublication.map(({ id }) => id);
    await strapi.db.transaction(async ({ trx }) => {
      if (locksRows(strapi))
        await snapshotTable(strapi, trx).select('id').whereIn('id', ids).orderBy('id').forUpdate();
      for (const state of new Set(ofPublication.map((row) => row.state))) {
        const announced = ofPublication.filter((row) => row.state === state).map(({ id }) => id);
        await ownQuery(strapi).updateMany({
          where: { id: { $in: announced }, state, announcedAt: { $null: true } },
          data: { announcedAt: at },
        });
      }
    });
  }
};
