import { createId } from '@paralleldrive/cuid2';
import type { Core } from '@strapi/strapi';
import { chunksOf } from '../chunks-of';
import { SNAPSHOT_UID } from '../plugin-names';
import { ownQuery } from './own-query';
import type { DatabaseClock } from './database-clock';
import { leaseUntil } from './lease';
import { ASIDE, RETIRED, type SnapshotRow, type StoredRow, type WaitingRow } from './snapshot-row';
import { createSnapshotReports } from './snapshot-reports';
import { createSnapshotTable, ROWS_PER_STATEMENT } from './snapshot-table';
import { locksRows, type Transaction } from './transaction';
import { createRowUpdater } from './update-rows';
import { createOutcomeWriter } from './write-outcomes';

export type NewRow = Partial<StoredRow> &
  Pick<StoredRow, 'state'> &
  Omit<WaitingRow, 'id' | 'createdAt' | 'attempts' | 'correction'>;

/** The rows of a document's publications that matter to the next one. */
export interface LiveRows {
  /** In order of first mention. */
  current: SnapshotRow[];
  /** Those that were current until the document was unpublished. */
  aside: SnapshotRow[];
  /** Those that wait to replace a current one. */
  replacing: SnapshotRow[];
}

/** Rows are inserted without the document service, which would take one statement each: this is its id. */
export const newDocumentId = (): string => createId();

/**
 * Ids for rows that are written together, alike but for their ends: in an index they lie side by side, where as many
 * random ones would be a page to write each.
 */
export const newDocumentIds = (count: number): string[] => {
  const start = createId().slice(0, -4);
  return Array.from({ length: count }, (_, index) => start + index.toString(36).padStart(4, '0'));
};

/**
 * Every statement on snapshots is here, or in what this brings together. Each takes part in the transaction that is
 * open, or makes its own.
 *
 * Three rules keep the record honest: figures are written only onto a row that is still `pending`, and only by who
 * holds its lease; no row is ever deleted.
 *
 * A publication must never be the victim of a deadlock. So rows are locked in order of id, by publications and
 * captures alike: two of them can wait for each other in one direction only. And no one but a publication holds rows
 * of one publication while it waits for those of another, see `portionsOf`.
 */
export const createSnapshotStore = (strapi: Core.Strapi, clock: DatabaseClock) => {
  const query = () => ownQuery(strapi);
  const { table, columns, portionsOf } = createSnapshotTable(strapi);
  const updateRows = createRowUpdater(strapi);
  const hasRowLocks = locksRows(strapi);

  /** Writes different values onto rows, which have the same keys each. */
  const updateEach = async (rows: readonly { id: number }[]): Promise<void> => {
    if (rows.length === 0) return;
    const updatedAt = new Date();
    const written = rows.map((row) => columns({ ...row, updatedAt }));
    const names = Object.keys(written[0] ?? {}).filter((name) => name !== 'id');
    await strapi.db.transaction(async ({ trx }) => {
      for (const chunk of chunksOf(written, ROWS_PER_STATEMENT)) await updateRows(chunk, names, { trx });
    });
  };

  /** What is still pending among these rows never will be captured, and says why. */
  const endPending = async (ids: number[], reason: string): Promise<void> => {
    await query().updateMany({
      where: { id: { $in: ids }, state: 'pending' },
      data: { state: 'unavailable', reason, failureCode: RETIRED },
    });
  };

  return {
    /** The current rows of these documents' publications, in order of first mention. */
    async current(relatedType: string, relatedKeys: string[]): Promise<SnapshotRow[]> {
      return query().findMany({
        where: { relatedType, relatedKey: { $in: relatedKeys }, current: true },
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
      });
    },

    /**
     * What the last publication of a document in a locale left: its current rows, also where it was unpublished since.
     * In order of first mention.
     */
    async ofLastPublication(relatedType: string, relatedKey: string): Promise<SnapshotRow[]> {
      return query().findMany({
        where: { relatedType, relatedKey, $or: [{ current: true }, { currentKey: { $endsWith: ASIDE } }] },
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
      });
    },

    /**
     * The rows of these documents' publications that are current, were so until they were unpublished, or wait to
     * replace one, locked until the transaction ends: a capture that is about to replace one has done so before, or finds it retired after.
     */
    async lockLive(trx: Transaction, relatedType: string, relatedKeys: string[]): Promise<LiveRows> {
      // The first statement waits; only a second one sees what those it waited for have written.
      if (hasRowLocks) {
        const locked: unknown[] = await table(trx)
          .select('id')
          .where('related_type', relatedType)
          .whereIn('related_key', relatedKeys)
          .whereNotNull('current_key')
          .orderBy('id')
          .forUpdate();
        if (locked.length === 0) return { current: [], aside: [], replacing: [] };
      }
      const rows: SnapshotRow[] = await query().findMany({
        where: { relatedType, relatedKey: { $in: relatedKeys }, currentKey: { $notNull: true } },
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
      });
      return {
        current: rows.filter(({ current }) => current),
        aside: rows.filter(({ currentKey }) => currentKey?.endsWith(ASIDE)),
        replacing: rows.filter(({ current, currentKey }) => !current && !currentKey?.endsWith(ASIDE)),
      };
    },

    /** One row by its documentId, with the id of its ticker, or null. */
    async find(documentId: string): Promise<(SnapshotRow & { ticker: number | null }) | null> {
      const populate = 'ticker' in strapi.contentType(SNAPSHOT_UID).attributes ? ['ticker'] : [];
      const row: (SnapshotRow & { ticker?: { id: number } | null }) | null = await query().findOne({
        where: { documentId },
        populate,
      });
      return row && { ...row, ticker: row.ticker?.id ?? null };
    },

    /** The row that waits to replace another one, if there is one. */
    async replacementOf(documentId: string): Promise<SnapshotRow | null> {
      return query().findOne({ where: { supersedes: documentId, state: 'pending' } });
    },

    /** Those of these rows that are pending under this lease already. */
    async held(documentIds: string[], owner: string): Promise<WaitingRow[]> {
      const rows: WaitingRow[] = [];
      for (const chunk of chunksOf(documentIds, ROWS_PER_STATEMENT))
        rows.push(
          ...(await query().findMany({
            where: { documentId: { $in: chunk }, state: 'pending', leaseOwner: owner },
            orderBy: { id: 'asc' },
          })),
        );
      return rows;
    },

    /**
     * Takes pending rows to ask for: those with these documentIds, or those whose next attempt is due, the longest
     * due first. A row that somebody else holds is left out until that lease has run out.
     */
    async claim(
      which: { documentIds: string[] } | { dueLimit: number },
      owner: string,
    ): Promise<WaitingRow[]> {
      const claimed = await strapi.db.transaction(async ({ trx }) => {
        const now = await clock.now(trx);
        const free = () =>
          table(trx)
            .select('id')
            .where('state', 'pending')
            .whereNotNull('instrument')
            .where((held: ReturnType<typeof table>) =>
              held.whereNull('lease_until').orWhere('lease_until', '<', now),
            )
            .forUpdate();
        const chosen =
          'documentIds' in which
            ? chunksOf(which.documentIds, ROWS_PER_STATEMENT).map((chunk) =>
                free().whereIn('document_id', chunk).orderBy('id'),
              )
            : [free().where('next_attempt_at', '<=', now).orderBy('next_attempt_at').limit(which.dueLimit)];
        const ids: number[] = [];
        for (const some of chosen) {
          const found: { id: number }[] = await (hasRowLocks ? some.skipLocked() : some);
          ids.push(...found.map(({ id }) => id));
        }
        for (const chunk of chunksOf(ids, ROWS_PER_STATEMENT))
          await table(trx)
            .whereIn('id', chunk)
            .update({ lease_owner: owner, lease_until: leaseUntil(now) });
        return ids;
      });
      const rows: WaitingRow[] = [];
      for (const chunk of chunksOf(claimed, ROWS_PER_STATEMENT))
        rows.push(...(await query().findMany({ where: { id: { $in: chunk } }, orderBy: { id: 'asc' } })));
      return rows;
    },

    /** Gives the rows of these leases back, to be asked for by anyone at once. */
    async release(owners: string[]): Promise<void> {
      await strapi.db.transaction(async ({ trx }) => {
        const held = table(trx)
          .select('id')
          .whereIn('lease_owner', owners)
          .where('state', 'pending')
          .forUpdate();
        // What somebody is writing at the moment is not worth waiting for: its lease runs out.
        const found: { id: number }[] = await (hasRowLocks ? held.skipLocked() : held);
        for (const chunk of chunksOf(found, ROWS_PER_STATEMENT))
          await table(trx)
            .whereIn(
              'id',
              chunk.map(({ id }) => id),
            )
            .update({ lease_owner: null, lease_until: null });
      });
    },

    /**
     * Adds rows, in one statement per 500. A row whose currentKey another publication has already taken is left
     * out: that is how "one current snapshot" holds without an error, which would poison the publication's own
     * transaction on PostgreSQL.
     *
     * @returns those that wait for their figures
     */
    async insert(rows: readonly NewRow[]): Promise<WaitingRow[]> {
      const now = new Date();
      const ids = new Map<string, number>();
      await strapi.db.transaction(async ({ trx }) => {
        for (const chunk of chunksOf(rows, ROWS_PER_STATEMENT)) {
          const added: { id: number; document_id: string }[] = await table(trx)
            .insert(
              chunk.map((row) =>
                columns(Object.assign({ createdAt: now, updatedAt: now, publishedAt: now }, row)),
              ),
            )
            .onConflict('current_key')
            .ignore()
            .returning(['id', 'document_id']);
          for (const { id, document_id } of added) ids.set(document_id, id);
        }
      });
      return rows.flatMap((row) => {
        const id = row.state === 'pending' ? ids.get(row.documentId) : undefined;
        return id === undefined
          ? []
          : Object.assign({ attempts: 0, correction: null }, row, { id, createdAt: now });
      });
    },

    /** Takes rows out of `current`; what was still pending never will be captured, and says why. */
    async retire(ids: number[], reasonIfPending: string): Promise<void> {
      for (const chunk of chunksOf(ids, ROWS_PER_STATEMENT)) {
        await endPending(chunk, reasonIfPending);
        await query().updateMany({
          where: { id: { $in: chunk } },
          data: { current: false, currentKey: null, updatedAt: new Date() },
        });
      }
    },

    /** Retires what is current, or waits, for a document that is deleted in these locales. */
    async retireDocument(
      trx: Transaction,
      type: string,
      relatedKeys: string[],
      reason: string,
    ): Promise<void> {
      const { current, aside, replacing } = await this.lockLive(trx, type, relatedKeys);
      await this.retire(
        [...current, ...aside, ...replacing].map(({ id }) => id),
        reason,
      );
    },

    /**
     * Takes the rows of a document that is unpublished in these locales out of `current`, and marks them: the next
     * publication finds them again. What waits to replace one is retired for good.
     */
    async setAside(
      trx: Transaction,
      type: string,
      relatedKeys: string[],
      reasonIfPending: string,
    ): Promise<void> {
      const { current, replacing } = await this.lockLive(trx, type, relatedKeys);
      await this.retire(
        replacing.map(({ id }) => id),
        reasonIfPending,
      );
      for (const chunk of chunksOf(
        current.map(({ id }) => id),
        ROWS_PER_STATEMENT,
      )) {
        await endPending(chunk, reasonIfPending);
        await table(trx)
          .whereIn('id', chunk)
          .update({
            current: false,
            current_key: strapi.db.connection.raw('current_key || ?', [ASIDE]),
            updated_at: new Date(),
          });
      }
    },

    /** Makes rows that were set aside current again. */
    async restore(rows: readonly Pick<SnapshotRow, 'id' | 'currentKey'>[]): Promise<void> {
      await updateEach(rows.map((row) => ({ ...row, current: true })));
    },

    /** Moves kept rows to their place in the new text and notes who linked what. Never touches a figure. */
    async adjust(
      rows: readonly Pick<SnapshotRow, 'id' | 'position' | 'linkedTicker' | 'linkedCompany'>[],
    ): Promise<void> {
      await updateEach(rows);
    },

    settle: createOutcomeWriter(strapi),

    /** Makes a pending row due at once. */
    async makeDue(documentId: string): Promise<void> {
      await query().updateMany({
        where: { documentId, state: 'pending' },
        data: { nextAttemptAt: await clock.now() },
      });
    },

    /**
     * Marks a captured row as void: the figures stay, with the reason. The world is to be told.
     *
     * @returns whether it did: a row that has been replaced or retired meanwhile is left as it is
     */
    async void(id: number, reason: string): Promise<boolean> {
      const { count } = await query().updateMany({
        where: { id, state: 'captured', current: true },
        data: { state: 'voided', reason, announcedAt: null, updatedAt: new Date() },
      });
      return count > 0;
    },

    /**
     * Rows that are no longer pending and of which the world has not been told, oldest first.
     *
     * @param before those settled earlier than this: whoever settled the others is about to tell of them
     */
    async unannounced(before: Date, limit: number): Promise<SnapshotRow[]> {
      return query().findMany({
        where: { announcedAt: { $null: true }, state: { $ne: 'pending' }, updatedAt: { $lt: before } },
        orderBy: { id: 'asc' },
        limit,
      });
    },

    /** The rows of these publications that are no longer pending and of which the world has not been told. */
    async untold(relatedType: string, relatedKeys: string[]): Promise<SnapshotRow[]> {
      return query().findMany({
        where: {
          relatedType,
          relatedKey: { $in: relatedKeys },
          announcedAt: { $null: true },
          state: { $ne: 'pending' },
        },
        orderBy: { id: 'asc' },
      });
    },

    /** Notes that the world has been told of these rows, unless they have changed again since they were read. */
    async markAnnounced(
      rows: readonly Pick<SnapshotRow, 'id' | 'relatedKey' | 'state'>[],
      at: Date,
    ): Promise<void> {
      for (const portion of portionsOf(rows, ({ relatedKey: key }) => key)) {
        const ids = portion.map(({ id }) => id);
        await strapi.db.transaction(async ({ trx }) => {
          if (hasRowLocks) await table(trx).select('id').whereIn('id', ids).orderBy('id').forUpdate();
          for (const state of new Set(portion.map((row) => row.state))) {
            const told = portion.filter((row) => row.state === state).map(({ id }) => id);
            await query().updateMany({
              where: { id: { $in: told }, state, announcedAt: { $null: true } },
              data: { announcedAt: at },
            });
          }
        });
      }
    },

    ...createSnapshotReports(strapi),
  };
};

export type SnapshotStore = ReturnType<typeof createSnapshotStore>;
