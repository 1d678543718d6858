import type { Core } from '@strapi/strapi';
import { ownQuery } from '../own-query';
import type { SnapshotRow } from '../snapshot-row';

/** The row that waits to replace this one (a documentId), or null. */
export const findPendingReplacement = async (
  strapi: Core.Strapi,
  documentId: string,
): Promise<SnapshotRow | null> =>
  ownQuery(strapi).findOne({ where: { supersedes: documentId, state: 'pending' } });
