import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { refused } from '../reasons/refused';
import { findSnapshot } from '../store/statements/find-snapshot';

/** What whoever names a snapshot that is no longer current is told. */
export const notCurrent = (documentId: string): Error =>
  new errors.ValidationError(
    `The quote snapshot "${documentId}" is not current: it was superseded or retired. Only a current one can be captured again or voided.`,
    refused('not-current'),
  );

/**
 * The current snapshot with this documentId.
 *
 * @throws NotFoundError, ValidationError where it is no longer current
 */
export const requireCurrentSnapshot = async (strapi: Core.Strapi, documentId: string) => {
  const row = await findSnapshot(strapi, documentId);
  if (!row) {
    throw new errors.NotFoundError(
      `No quote snapshot has the documentId "${documentId}".`,
      refused('snapshot-gone'),
    );
  }
  if (!row.current) throw notCurrent(documentId);
  return row;
};

/** A person's reason, trimmed. @throws ValidationError where it is empty */
export const requireReason = (reason: string): string => {
  const words = reason.trim();
  if (words === '')
    throw new errors.ValidationError('reason is empty: say why, for those who read the record later.');
  return words;
};
