import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { refused } from '../reasons/refused';
import { findSnapshot } from '../store/statements/find-snapshot';

/** The error for a caller that names a snapshot that is no longer current. */
export const notCurrent = (documentId: string): Error =>
  new errors.ValidationError(
    `The quote snapshot "${documentId}" is not current: it was superseded or retired. Only a current one can be captured again or voided.`,
    refused('not-current'),
  );

/**
 * The current snapshot with this documentId.
 *
 * @throws NotFoundError, ValidationError if it is no longer current
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

/**
 * The reason that a person gave, trimmed.
 *
 * @throws ValidationError if it is empty
 */
export const requireReason = (reason: string): string => {
  const words = reason.trim();
  if (words === '')
    throw new errors.ValidationError('reason is empty: say why, for those who read the record later.');
  return words;
};
