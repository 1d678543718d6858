import type { Core } from '@strapi/strapi';
import type { SnapshotRow, SnapshotState, StoredRow } from '../snapshot-row';
import { chunksPerPublication, snapshotTable, toColumns } from '../snapshot-table';
import type { Transaction } from '../transaction';
import { updateSnapshots } from './update-snapshots';

/** What a capture makes of a row. */
export type CaptureOutcome = Partial<StoredRow> &
  Pick<SnapshotRow, 'id' | 'documentId' | 'state' | 'supersedes' | 'relatedKey'>;

interface LockedRow {
  id: number;
  document_id: string;
  state: SnapshotState;
  lease_owner: string | null;
  current: boolean | number;
}

/** Columns that no outcome changes. PostgreSQL and SQLite rewrite the index of a column that is set, changed or not. */
const FIXED = ['id', 'document_id', 'supersedes', 'related_key'];
/** The same for a row that replaces no other: it is current already, and stays so. */
const FIXED_IF_CURRENT = [...FIXED, 'current', 'current_key'];

/** The documentId of the row that an outcome replaces, if it does. */
const replacedBy = ({ supersedes, state }: CaptureOutcome): string[] =>
  supersedes && state === 'captured' ? [supersedes] : [];

/** @returns the documentIds of those that were still pending under this owner's lease, and were written */
const write = async (
  strapi: Core.Strapi,
  outcomes: readonly CaptureOutcome[],
  owner: string,
  fixed: readonly string[],
  trx?: Transaction,
): Promise<string[]> => {
  const now = new Date();
  const rows = outcomes.map((outcome) => Object.assign(toColumns(strapi, outcome), { updated_at: now }));
  const names = Object.keys(rows[0] ?? {}).filter((name) => !fixed.includes(name));
  return updateSnapshots(strapi, rows, names, { trx, guard: { state: 'pending', leaseOwner: owner } });
};

/** Writes outcomes of rows that wait to replace another one, and takes those that they replace out of `current`. */
const writeReplacements = async (
  strapi: Core.Strapi,
  trx: Transaction,
  outcomes: readonly CaptureOutcome[],
  owner: string,
): Promise<string[]> => {
  const locked: LockedRow[] = await snapshotTable(strapi, trx)
    .select('id', 'document_id', 'state', 'lease_owner', 'current')
    .whereIn(
      'document_id',
      outcomes.flatMap((outcome) => [outcome.documentId, ...replacedBy(outcome)]),
    )
    .orderBy('id')
    .forUpdate();
  const ours = new Set(
    locked.filter((row) => row.state === 'pending' && row.lease_owner === owner).map(({ id }) => id),
  );
  const current = new Map(locked.flatMap((row) => (row.current ? [[row.document_id, row.id] as const] : [])));
  const leased = outcomes.filter(({ id }) => ours.has(id));
  if (leased.length === 0) return [];
  const replaced = leased.flatMap(replacedBy).flatMap((documentId) => current.get(documentId) ?? []);
  if (replaced.length > 0)
    await snapshotTable(strapi, trx)
      .whereIn('id', replaced)
      .update({ current: false, current_key: null, updated_at: new Date() });
  const rows = leased.map((outcome) => {
    const isRetired = replacedBy(outcome).some((documentId) => !current.has(documentId));
    return isRetired ? { ...outcome, current: false, currentKey: null } : outcome;
  });
  return write(strapi, rows, owner, FIXED, trx);
};

/**
 * Writes what captures make of rows under a lease, in as few statements as locks allow. A row that is no longer pending,
 * or that another owner has leased meanwhile, is left as it is. A row whose predecessor was retired meanwhile is
 * captured, but not current. Not to be called inside a transaction.
 *
 * @param outcomes with the same keys each
 * @returns the documentIds of the rows that were written
 */
export const writeOutcomes = async (
  strapi: Core.Strapi,
  outcomes: readonly CaptureOutcome[],
  owner: string,
): Promise<string[]> => {
  const written: string[] = [];
  const inOrder = [...outcomes].sort((one, other) => one.id - other.id);
  const current = inOrder.filter(({ supersedes }) => !supersedes);
  const replacing = inOrder.filter(({ supersedes }) => supersedes);
  const keyOf = ({ relatedKey }: CaptureOutcome): string => relatedKey;
  for (const ofPublication of chunksPerPublication(strapi, current, keyOf))
    written.push(...(await write(strapi, ofPublication, owner, FIXED_IF_CURRENT)));
  for (const ofPublication of chunksPerPublication(strapi, replacing, keyOf))
    written.push(
      ...(await strapi.db.transaction(({ trx }) => writeReplacements(strapi, trx, ofPublication, owner))),
    );
  return written;
};
