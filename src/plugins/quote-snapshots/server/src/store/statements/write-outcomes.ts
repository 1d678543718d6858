import type { Core } from '@strapi/strapi';
import type { SnapshotRow, SnapshotState, StoredRow } from '../snapshot-row';
import { chunksPerPublication, snapshotTable, toColumns } from '../snapshot-table';
import type { Transaction } from '../transaction';
import { updateSnapshots } from './update-snapshots';

/** The values that a capture writes to a row. */
export type CaptureOutcome = Partial<StoredRow> &
  Pick<SnapshotRow, 'id' | 'documentId' | 'state' | 'supersedes' | 'relatedKey'>;

interface LockedRow {
  id: number;
  document_id: string;
  state: SnapshotState;
  lease_owner: string | null;
  current: boolean | number;
}

/**
 * Columns that no outcome changes. PostgreSQL and SQLite rewrite the index of every column that is set, even if its value is the
 * same.
 */
const FIXED = ['id', 'document_id', 'supersedes', 'related_key'];
/** The columns that do not change for a row that replaces no other row: it is already current and stays current. */
const FIXED_IF_CURRENT = [...FIXED, 'current', 'current_key'];

/** The documentId of the row that an outcome replaces, if there is one. */
const replacedBy = ({ supersedes, state }: CaptureOutcome): string[] =>
  supersedes && state === 'captured' ? [supersedes] : [];

/** @returns the documentIds of the written rows, which were still pending under this owner's lease */
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

/** Writes outcomes of rows that wait to replace another row, and makes the replaced rows not `current`. */
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
 * Writes the results of captures to rows under a lease, in as few statements as the locks allow. A row that is no longer pending,
 * or that another owner has leased meanwhile, is left as it is. If the row that it should replace was retired meanwhile, the row is
 * captured but does not become current. Must not be called inside a transaction.
 *
 * @param outcomes all with the same keys
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
