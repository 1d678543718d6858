import { errors } from '@strapi/utils';
import type { PluginContext } from '../plugin-context';
import { codedReason } from '../reasons/reason';
import { refused } from '../reasons/refused';
import { databaseNow } from '../store/database-clock';
import { leaseUntil } from '../store/lease';
import { newDocumentId } from '../store/new-document-ids';
import { replacementKey } from '../store/snapshot-row';
import { insertReplacement } from '../store/statements/insert-replacement';
import { captureCommitted } from './capture-committed';
import { NO_FIGURES } from './decide-outcome';
import { notCurrent, requireCurrentSnapshot, requireReason } from './require-current-snapshot';

/** Why a figure is captured again, and the name of the person who asked for it. The name is null if code asked for it. */
interface Correction {
  reason: string;
  by: string | null;
}

/**
 * Inserts a pending row that is to replace a current one, and captures it. The current row stays until its replacement has a
 * figure. If another replacement already waits or was inserted in the meantime, that one is used.
 *
 * @param correction null if there was no figure to correct
 * @returns the documentId of the row that replaces it
 */
export const captureReplacement = async (
  context: PluginContext,
  documentId: string,
  correction: Correction | null,
): Promise<string> => {
  const { strapi, underWay } = context;
  const row = await requireCurrentSnapshot(strapi, documentId);
  if (!row.instrument) {
    const listing = `${row.exchange ?? '$'}: ${row.symbol}`;
    throw new errors.ValidationError(
      `“${listing}” is not one listing: settle which is meant, then publish again.`,
      refused('not-one-listing', { listing }),
    );
  }
  if (row.state === 'pending') {
    throw new errors.ValidationError(
      `The quote snapshot "${documentId}" is still pending: there is nothing yet to capture again.`,
      refused('no-figure-yet'),
    );
  }
  const { id: _id, createdAt: _createdAt, updatedAt: _updatedAt, ...copied } = row;
  const now = await databaseNow(strapi);
  const replacement = {
    ...copied,
    ...NO_FIGURES,
    documentId: newDocumentId(),
    state: 'pending' as const,
    // Readers see this reason while the row waits. The reason for the correction is shown only to the newsroom.
    ...codedReason('being-captured-again'),
    correction: correction?.reason ?? null,
    correctedBy: correction?.by ?? null,
    voidedBy: null,
    voidedAt: null,
    current: false,
    currentKey: replacementKey(row.currentKey ?? ''),
    supersedes: row.documentId,
    attempts: 0,
    failureCode: null,
    nextAttemptAt: now,
    leaseOwner: underWay.publicationOwner,
    leaseUntil: leaseUntil(now),
    announcedAt: null,
  };
  const asked = await insertReplacement(strapi, replacement);
  if (asked === null) throw notCurrent(documentId);
  if (!strapi.db.inTransaction()) await captureCommitted(context, { waiting: [], earlier: [asked] });
  return asked;
};

/**
 * Captures a current snapshot again. A captured figure is never changed. A new row supersedes it once that row has a figure.
 *
 * @param documentId of the snapshot
 * @param reason kept with the new row, and shown only to the newsroom
 * @param by the name of the person who asks for it, kept with the new row, and shown only to the newsroom; null if code asks for it
 * @returns the documentId of the new row, which becomes current once it is captured. Two callers that ask at once get the same one.
 * @throws NotFoundError, ValidationError (not current, still pending, no instrument, no reason)
 */
export const recaptureSnapshot = async (
  context: PluginContext,
  documentId: string,
  reason: string,
  by: string | null = null,
): Promise<string> => captureReplacement(context, documentId, { reason: requireReason(reason), by });
