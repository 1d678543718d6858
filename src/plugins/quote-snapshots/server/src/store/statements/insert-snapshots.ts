import type { Core } from '@strapi/strapi';
import { chunksOf } from '../../chunks-of';
import type { InsertedRow, StoredRow, WaitingRow } from '../snapshot-row';
import { ROWS_PER_STATEMENT, snapshotTable, toColumns } from '../snapshot-table';

export type NewRow = Partial<StoredRow> &
  Pick<StoredRow, 'state'> &
  Omit<WaitingRow, 'id' | 'createdAt' | 'attempts' | 'correction'>;

/**
 * Inserts rows, 500 in one statement. A row is left out if another publication already has its currentKey. This keeps "one current
 * snapshot" without an error, because on PostgreSQL an error would abort the publication's transaction.
 *
 * @returns the inserted rows
 */
export const insertSnapshots = async (
  strapi: Core.Strapi,
  rows: readonly NewRow[],
): Promise<InsertedRow[]> => {
  const now = new Date();
  const ids = new Map<string, number>();
  if (rows.length === 0) return [];
  await strapi.db.transaction(async ({ trx }) => {
    for (const chunk of chunksOf(rows, ROWS_PER_STATEMENT)) {
      const inserted: { id: number; document_id: string }[] = await snapshotTable(strapi, trx)
        .insert(
          chunk.map((row) =>
            toColumns(strapi, Object.assign({ createdAt: now, updatedAt: now, publishedAt: now }, row)),
          ),
        )
        .onConflict('current_key')
        .ignore()
        .returning(['id', 'document_id']);
      for (const { id, document_id } of inserted) ids.set(document_id, id);
    }
  });
  return rows.flatMap((row) => {
    const id = ids.get(row.documentId);
    return id === undefined
      ? []
      : Object.assign({ attempts: 0, correction: null, failureCode: null, provider: null }, row, {
          id,
          createdAt: now,
        });
  });
};
