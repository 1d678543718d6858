import type { Core } from '@strapi/strapi';
import { chunksOf } from '../../chunks-of';
import type { SnapshotRow } from '../snapshot-row';
import { ROWS_PER_STATEMENT, toColumns } from '../snapshot-table';
import { updateSnapshots } from './update-snapshots';

export type Adjustment = Pick<SnapshotRow, 'id' | 'position' | 'linkedTicker' | 'linkedCompany'>;
export type Restoration = Pick<SnapshotRow, 'id' | 'currentKey'>;

/** Writes different values to each row. All rows have the same keys. */
const updateEach = async (strapi: Core.Strapi, rows: readonly { id: number }[]): Promise<void> => {
  if (rows.length === 0) return;
  const updatedAt = new Date();
  const written = rows.map((row) => toColumns(strapi, { ...row, updatedAt }));
  const names = Object.keys(written[0] ?? {}).filter((name) => name !== 'id');
  await strapi.db.transaction(async ({ trx }) => {
    for (const chunk of chunksOf(written, ROWS_PER_STATEMENT))
      await updateSnapshots(strapi, chunk, names, { trx });
  });
};

/** Gives kept rows their place in the new text, and notes who chose their links. Writes no figure. */
export const adjustSnapshots = (strapi: Core.Strapi, rows: readonly Adjustment[]): Promise<void> =>
  updateEach(strapi, rows);

/** Makes rows current again that were set aside when their document was unpublished. */
export const restoreSnapshots = (strapi: Core.Strapi, rows: readonly Restoration[]): Promise<void> =>
  updateEach(
    strapi,
    rows.map((row) => ({ ...row, current: true })),
  );
