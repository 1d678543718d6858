import { presentSnapshot } from '../admin-api/present/present-snapshot';
import { wordReason } from '../reasons/word-reason';
import type { SnapshotRow } from '../store/snapshot-row';

/** A row of the record with its document, and its reason in the document's language. */
export const snapshotFor = (row: SnapshotRow) => ({
  ...presentSnapshot(row),
  reason: wordReason(row, row.relatedLocale),
  type: row.relatedType,
  relatedDocumentId: row.relatedDocumentId,
  locale: row.relatedLocale,
});
