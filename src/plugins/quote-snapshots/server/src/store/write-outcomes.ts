import type { Core } from '@strapi/strapi';
import type { SnapshotRow, SnapshotState, StoredRow } from './snapshot-row';
import { createSnapshotTable } from './snapshot-table';
import type { Transaction } from './transaction';
import { createRowUpdater } from './update-rows';

/** What became of a row. */
export type Outcome = Partial<StoredRow> &
  Pick<SnapshotRow, 'id' | 'documentId' | 'state' | 'supersedes' | 'relatedKey'>;

interface LockedRow {
  id: number;
  document_id: string;
  state: SnapshotState;
  lease_owner: string | null;
  current: boolean | number;
}

/** What no outcome changes, and what none changes of a row that replaces no other: that is current, and stays so. */
const FIXED = ['id', 'document_id', 'supersedes', 'related_key'];
const FIXED_WITHOUT_PREDECESSOR = [...FIXED, 'current', 'current_key'];

/** The row that a capture replaces, by documentId. */
const replacedBy = ({ supersedes, state }: Outcome): string[] =>
  supersedes && state === 'captured' ? [supersedes] : [];

/** Writes what became of rows. */
export const createOutcomeWriter = (strapi: Core.Strapi) => {
  const { table, columns, portionsOf } = createSnapshotTable(strapi);
  const updateRows = createRowUpdater(strapi);

  /** @returns the documentIds of those that were pending under this lease still, and were written */
  const write = async (
    outcomes: readonly Outcome[],
    owner: string,
    fixed: readonly string[],
    trx?: Transaction,
  ): Promise<string[]> => {
    const now = new Date();
    const rows = outcomes.map((outcome) => Object.assign(columns(outcome), { updated_at: now }));
    // An index that has a column that is named is written again, changed or not.
    const names = Object.keys(rows[0] ?? {}).filter((name) => !fixed.includes(name));
    return updateRows(rows, names, { trx, guard: { state: 'pending', leaseOwner: owner } });
  };

  /** Writes outcomes of rows that wait to replace another one; those that they do replace are no longer current. */
  const replace = async (
    trx: Transaction,
    outcomes: readonly Outcome[],
    owner: string,
  ): Promise<string[]> => {
    const locked: LockedRow[] = await table(trx)
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
    const current = new Map(
      locked.flatMap((row) => (row.current ? [[row.document_id, row.id] as const] : [])),
    );
    const held = outcomes.filter(({ id }) => ours.has(id));
    if (held.length === 0) return [];
    const over = held.flatMap(replacedBy).flatMap((documentId) => current.get(documentId) ?? []);
    if (over.length > 0)
      await table(trx)
        .whereIn('id', over)
        .update({ current: false, current_key: null, updated_at: new Date() });
    const rows = held.map((outcome) => {
      const retired = replacedBy(outcome).some((documentId) => !current.has(documentId));
      return retired ? { ...outcome, current: false, currentKey: null } : outcome;
    });
    return write(rows, owner, FIXED, trx);
  };

  /**
   * Writes what became of rows under a lease, in one statement per portion, and takes the rows that they replace out
   * of `current`. A row that is no longer pending or whose lease has passed to somebody else is left as it is; a row
   * whose predecessor was retired meanwhile is captured, but not current. Never inside a transaction.
   *
   * @param outcomes with the same keys each
   * @returns the documentIds of the rows that were written
   */
  return async (outcomes: readonly Outcome[], owner: string): Promise<string[]> => {
    const settled: string[] = [];
    const inOrder = [...outcomes].sort((one, other) => one.id - other.id);
    const [alone, replacing] = [
      inOrder.filter(({ supersedes }) => !supersedes),
      inOrder.filter(({ supersedes }) => supersedes),
    ];
    const publication = ({ relatedKey }: Outcome): string => relatedKey;
    for (const portion of portionsOf(alone, publication))
      settled.push(...(await write(portion, owner, FIXED_WITHOUT_PREDECESSOR)));
    for (const portion of portionsOf(replacing, publication))
      settled.push(...(await strapi.db.transaction(({ trx }) => replace(trx, portion, owner))));
    return settled;
  };
};
