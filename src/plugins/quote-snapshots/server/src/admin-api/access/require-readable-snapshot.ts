import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { refused } from '../../reasons/refused';
import type { SnapshotRow } from '../../store/snapshot-row';
import { findSnapshot } from '../../store/statements/find-snapshot';
import { enabledModel } from './enabled-model';
import { requireReadable } from './require-readable';

/**
 * Finds the row of the record with this documentId, and requires that the role may read the row's document.
 *
 * @throws NotFoundError, ForbiddenError
 */
export const requireReadableSnapshot = async (
  strapi: Core.Strapi,
  ability: unknown,
  documentId: string,
): Promise<SnapshotRow> => {
  const row = await findSnapshot(strapi, documentId);
  if (!row) {
    throw new errors.NotFoundError(
      `No quote snapshot has the documentId "${documentId}".`,
      refused('snapshot-gone'),
    );
  }
  await requireReadable(strapi, ability, enabledModel(strapi, row.relatedType), {
    documentId: row.relatedDocumentId,
    locale: row.relatedLocale,
  });
  return row;
};
