import { createId } from '@paralleldrive/cuid2';
import type { Core } from '@strapi/strapi';
import { SNAPSHOT_UID } from '../plugin-names';
import type { SnapshotRow, SnapshotState } from './snapshot-row';
import { tableIn, type Transaction } from './transaction';

type StoredRow = Omit<SnapshotRow, 'id'> & { ticker?: number | null };
export type NewRow = Partial<StoredRow> & Pick<StoredRow, 'documentId' | 'state'>;
export type Outcome = Partial<StoredRow> & Pick<SnapshotRow, 'id' | 'documentId' | 'state'>;

/** Rows are inserted without the document service, which would take one statement each: this is its id. */
export const newDocumentId = (): string => createId();

/** Rows in one statement: SQLite takes 32,766 values in one, PostgreSQL 65,535; a row has under 40. */
const ROWS_PER_STATEMENT = 500;

const chunksOf = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));

/**
 * Every statement on snapshots is here. Each takes part in the transaction that is open, or makes its own.
 *
 * Two rules keep the record honest: figures are written only onto a row that is still `pending`, and no row is
 * ever deleted.
 */
export const createSnapshotStore = (strapi: Core.Strapi) => {
  const query = () => strapi.db.query(SNAPSHOT_UID);
  const table = (trx: Transaction) => tableIn(strapi, trx, strapi.db.metadata.get(SNAPSHOT_UID).tableName);

  const columns = (row: Record<string, unknown>): Record<string, unknown> => {
    const { attributes } = strapi.db.metadata.get(SNAPSHOT_UID);
    const named = Object.entries(row).map(([name, value]) => {
      const attribute = attributes[name] as
        | { columnName?: string; joinColumn?: { name: string } }
        | undefined;
      return [attribute?.joinColumn?.name ?? attribute?.columnName ?? name, value];
    });
    return Object.fromEntries(named);
  };

  /** Writes different values onto many rows in one statement. The rows must exist, with the same keys each. */
  const upsert = async (trx: Transaction, rows: readonly { id: number }[]): Promise<void> => {
    const written = rows.map((row) => columns({ ...row }));
    const names = Object.keys(written[0] ?? {}).filter((name) => name !== 'id');
    await table(trx).insert(written).onConflict('id').merge(names);
  };

  return {
    /** The current rows of these documents' publications, in order of first mention. */
    async current(relatedType: string, relatedKeys: string[]): Promise<SnapshotRow[]> {
      return query().findMany({
        where: { relatedType, relatedKey: { $in: relatedKeys }, current: true },
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
      });
    },

    /** One row by its documentId, or null. */
    async find(documentId: string): Promise<SnapshotRow | null> {
      return query().findOne({ where: { documentId } });
    },

    /** The rows with these documentIds that still wait for their figures. */
    async pending(documentIds: string[]): Promise<SnapshotRow[]> {
      return query().findMany({ where: { documentId: { $in: documentIds }, state: 'pending' } });
    },

    /** The oldest rows that wait for their figures. */
    async oldestPending(limit: number): Promise<SnapshotRow[]> {
      return query().findMany({ where: { state: 'pending' }, orderBy: { id: 'asc' }, limit });
    },

    /**
     * Adds rows, in one statement per 500. A row whose currentKey another publication has already taken is left
     * out: that is how "one current snapshot" holds without an error, which would poison the publication's own
     * transaction on PostgreSQL.
     */
    async insert(rows: readonly NewRow[]): Promise<void> {
      const now = new Date();
      await strapi.db.transaction(async ({ trx }) => {
        for (const chunk of chunksOf(rows, ROWS_PER_STATEMENT)) {
          await table(trx)
            .insert(chunk.map((row) => columns({ ...row, createdAt: now, updatedAt: now, publishedAt: now })))
            .onConflict('current_key')
            .ignore();
        }
      });
    },

    /** Takes rows out of `current`; what was still pending never will be captured, and says why. */
    async retire(ids: number[], reasonIfPending: string): Promise<void> {
      if (ids.length === 0) return;
      await query().updateMany({
        where: { id: { $in: ids }, state: 'pending' },
        data: { state: 'unavailable', reason: reasonIfPending },
      });
      await query().updateMany({ where: { id: { $in: ids } }, data: { current: false, currentKey: null } });
    },

    /** Retires what is current for a document that is deleted; `locales` null stands for all of them. */
    async retireDocument(
      type: string,
      documentId: string,
      relatedKeys: string[],
      reason: string,
    ): Promise<void> {
      const rows: SnapshotRow[] = await query().findMany({
        select: ['id'],
        where: {
          relatedType: type,
          relatedDocumentId: documentId,
          relatedKey: { $in: relatedKeys },
          $or: [{ current: true }, { state: 'pending' }],
        },
      });
      await this.retire(
        rows.map(({ id }) => id),
        reason,
      );
    },

    /** Moves kept rows to their place in the new text and notes who linked what. Never touches a figure. */
    async adjust(
      rows: readonly Pick<SnapshotRow, 'id' | 'position' | 'linkedTicker' | 'linkedCompany'>[],
    ): Promise<void> {
      await strapi.db.transaction(async ({ trx }) => {
        for (const chunk of chunksOf(rows, ROWS_PER_STATEMENT)) await upsert(trx, chunk);
      });
    },

    /**
     * Writes what became of pending rows, in one statement per 500, and takes the rows that they replace out of
     * `current`. A row that is no longer pending (another node was faster, or the document was republished
     * without the mention meanwhile) is left as it is.
     */
    async writeOutcomes(outcomes: readonly Outcome[]): Promise<void> {
      const now = new Date();
      await strapi.db.transaction(async ({ trx }) => {
        for (const chunk of chunksOf(outcomes, ROWS_PER_STATEMENT)) {
          const ids = chunk.map(({ id }) => id);
          const locked: { id: number }[] = await table(trx)
            .select('id')
            .whereIn('id', ids)
            .andWhere('state', 'pending')
            .forUpdate();
          const stillPending = new Set(locked.map(({ id }) => id));
          const rows = chunk.filter(({ id }) => stillPending.has(id));
          if (rows.length === 0) continue;

          const keys = rows.flatMap(({ currentKey }) => currentKey ?? []);
          await table(trx)
            .whereIn('current_key', keys)
            .whereNotIn('id', ids)
            .update({ current: false, current_key: null, updated_at: now });

          await upsert(
            trx,
            rows.map((row) => ({ ...row, updatedAt: now })),
          );
        }
      });
    },

    /** Marks a captured row as void: the figures stay, with the reason. */
    async void(id: number, reason: string): Promise<void> {
      await query().updateMany({ where: { id, state: 'captured' }, data: { state: 'voided', reason } });
    },

    /** Which unfinished rows would replace these ones (documentIds), oldest first. */
    async replacements(documentIds: string[]): Promise<SnapshotRow[]> {
      if (documentIds.length === 0) return [];
      return query().findMany({
        where: {
          supersedes: { $in: documentIds },
          current: false,
          state: { $in: ['pending', 'unavailable'] },
        },
        orderBy: { id: 'asc' },
      });
    },

    /** The rows of a document in a locale that are no longer current, latest first. */
    async earlier(
      relatedType: string,
      relatedKey: string,
      { page, pageSize }: { page: number; pageSize: number },
    ): Promise<SnapshotRow[]> {
      return query().findMany({
        where: { relatedType, relatedKey, current: false },
        orderBy: { id: 'desc' },
        offset: (page - 1) * pageSize,
        limit: pageSize,
      });
    },

    async countEarlier(relatedType: string, relatedKey: string): Promise<number> {
      return query().count({ where: { relatedType, relatedKey, current: false } });
    },

    /** How many current rows of each state these documents have. */
    async countStates(
      relatedType: string,
      relatedKeys: string[],
    ): Promise<{ relatedKey: string; state: SnapshotState; count: number }[]> {
      const counts: { relatedKey: string; state: SnapshotState; count: number | string }[] = await strapi.db
        .getConnection(strapi.db.metadata.get(SNAPSHOT_UID).tableName)
        .select({ relatedKey: 'related_key', state: 'state' })
        .count({ count: '*' })
        .where({ related_type: relatedType, current: true })
        .whereIn('related_key', relatedKeys)
        .groupBy('related_key', 'state');
      // PostgreSQL counts in bigint, which arrives as text.
      return counts.map((row) => ({ ...row, count: Number(row.count) }));
    },

    /** The publications of a type with current rows that failed, or that wait since before a moment; latest first. */
    async unsettled(
      relatedType: string,
      waitingSince: Date,
      limit: number,
    ): Promise<
      { documentId: string; locale: string | null; pending: number; failed: number; publishedAt: Date }[]
    > {
      const rows: SnapshotRow[] = await query().findMany({
        select: ['relatedDocumentId', 'relatedLocale', 'relatedPublishedAt', 'state', 'relatedKey'],
        where: {
          relatedType,
          current: true,
          $or: [{ state: 'unavailable' }, { state: 'pending', relatedPublishedAt: { $lt: waitingSince } }],
        },
        orderBy: [{ relatedPublishedAt: 'desc' }, { id: 'desc' }],
        limit,
      });
      const publications = new Map<string, SnapshotRow[]>();
      for (const row of rows)
        publications.set(row.relatedKey, [...(publications.get(row.relatedKey) ?? []), row]);
      return [...publications.values()].flatMap((ofOne) => {
        const [latest] = ofOne;
        if (!latest) return [];
        const pending = ofOne.filter(({ state }) => state === 'pending').length;
        return {
          documentId: latest.relatedDocumentId,
          locale: latest.relatedLocale,
          pending,
          failed: ofOne.length - pending,
          publishedAt: new Date(latest.relatedPublishedAt),
        };
      });
    },
  };
};

export type SnapshotStore = ReturnType<typeof createSnapshotStore>;
