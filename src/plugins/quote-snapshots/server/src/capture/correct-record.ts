import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Announcer } from '../events/announce';
import type { Capture } from './capture-snapshots';
import type { DatabaseClock } from '../store/database-clock';
import { NO_FIGURES } from './decide-outcome';
import { leaseUntil } from '../store/lease';
import { replacementKey } from '../store/snapshot-row';
import { newDocumentId, type SnapshotStore } from '../store/snapshot-store';

export interface CorrectionOptions {
  strapi: Core.Strapi;
  store: SnapshotStore;
  capture: Capture;
  announcer: Announcer;
  /** Starts what must be outside of the caller's transaction. */
  outside<T>(run: () => T): T;
  /** Under which this node writes rows that it is about to capture. */
  owner: string;
  clock: DatabaseClock;
}

/** What readers are told of a row that waits to replace another: why it does is the desk's. */
export const CAPTURING_AGAIN = 'Being captured again.';

const requireReason = (reason: string): string => {
  const words = reason.trim();
  if (words === '')
    throw new errors.ValidationError('reason is empty: say why, for those who read the record later.');
  return words;
};

/**
 * The two deliberate acts on the record. A captured figure is never changed: a new capture stands beside it until
 * it succeeds and then supersedes it; a void keeps the row and says why.
 */
export const createCorrections = (options: CorrectionOptions) => {
  const { strapi, store, capture, announcer, outside, owner, clock } = options;

  const currentRow = async (documentId: string) => {
    const row = await store.find(documentId);
    if (!row) throw new errors.NotFoundError(`No quote snapshot has the documentId "${documentId}".`);
    if (!row.current) {
      throw new errors.ValidationError(
        `The quote snapshot "${documentId}" is not current: it was superseded or retired. Only a current one can be captured again or voided.`,
      );
    }
    return row;
  };

  /**
   * Puts a pending row beside a current one, to replace it once it is captured.
   *
   * @param correction why a person had it captured again, for the desk alone; null where there was no figure to correct
   */
  const captureBeside = async (documentId: string, correction: string | null): Promise<string> => {
    const row = await currentRow(documentId);
    if (!row.instrument) {
      throw new errors.ValidationError(
        `“${row.exchange ?? '$'}: ${row.symbol}” is not one listing: settle which is meant, then publish again.`,
      );
    }
    if (row.state === 'pending') {
      throw new errors.ValidationError(
        `The quote snapshot "${documentId}" is still pending: there is nothing yet to capture again.`,
      );
    }
    const { id: _id, createdAt: _createdAt, updatedAt: _updatedAt, ...copied } = row;
    const at = await clock.now();
    const replacement = {
      ...copied,
      ...NO_FIGURES,
      documentId: newDocumentId(),
      state: 'pending' as const,
      reason: CAPTURING_AGAIN,
      correction,
      current: false,
      currentKey: replacementKey(row.currentKey ?? ''),
      supersedes: row.documentId,
      attempts: 0,
      failureCode: null,
      nextAttemptAt: at,
      leaseOwner: owner,
      leaseUntil: leaseUntil(at),
      announcedAt: null,
    };
    await store.insert([replacement]);
    // Somebody else may have asked for the same a moment ago: then there is one new row, theirs.
    const { documentId: waiting } = (await store.replacementOf(row.documentId)) ?? replacement;
    if (!strapi.db.inTransaction()) await capture.capture({ written: [], earlier: [waiting] }, owner);
    return waiting;
  };

  return {
    /**
     * Captures a current snapshot again.
     *
     * @param documentId of the snapshot
     * @param reason kept with the new row, and shown to the desk alone
     * @returns the documentId of the new row; it is current once captured
     * @throws NotFoundError, ValidationError (not current, still pending, no instrument, no reason)
     */
    async recapture(documentId: string, reason: string): Promise<string> {
      return captureBeside(documentId, requireReason(reason));
    },

    /**
     * Asks at once for a figure that is missing: of a current snapshot that is pending, of the row that waits to
     * replace one, or, where it was given up, as a new row.
     *
     * @param documentId of the current snapshot
     * @returns the documentId of the row that is asked for
     * @throws NotFoundError, ValidationError (not current, no instrument, or it has its figure)
     */
    async tryAgain(documentId: string): Promise<string> {
      const row = await currentRow(documentId);
      const waiting = row.state === 'pending' ? row : await store.replacementOf(documentId);
      if (waiting) {
        await store.makeDue(waiting.documentId);
        if (!strapi.db.inTransaction())
          await capture.capture({ written: [], earlier: [waiting.documentId] }, owner);
        return waiting.documentId;
      }
      if (row.state === 'unavailable') return captureBeside(documentId, null);
      throw new errors.ValidationError(
        `The quote snapshot "${documentId}" is ${row.state}: only one without a figure can be tried again.`,
      );
    },

    /**
     * Voids a captured snapshot: its figures stay in the record, marked as not to be used. The world is told.
     *
     * @param reason told to readers
     * @throws NotFoundError, ValidationError (not current, not captured, no reason)
     */
    async void(documentId: string, reason: string): Promise<void> {
      const words = requireReason(reason);
      const row = await currentRow(documentId);
      if (row.state !== 'captured') {
        throw new errors.ValidationError(
          `The quote snapshot "${documentId}" is ${row.state}: only a captured one can be voided.`,
        );
      }
      await strapi.db.transaction(async ({ onCommit }) => {
        if (!(await store.void(row.id, words))) {
          throw new errors.ValidationError(
            `The quote snapshot "${documentId}" was not voided: it has just been superseded or retired. Look at the current one.`,
          );
        }
        onCommit(() => outside(() => announcer.announce([row])));
      });
    },
  };
};
