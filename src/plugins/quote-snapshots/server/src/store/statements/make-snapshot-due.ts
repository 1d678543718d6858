import type { Core } from '@strapi/strapi';
import { databaseNow } from '../database-clock';
import { ownQuery } from '../own-query';

/** Makes a pending row (given by its documentId) due at once. */
export const makeSnapshotDue = async (strapi: Core.Strapi, documentId: string): Promise<void> => {
  await ownQuery(strapi).updateMany({
    where: { documentId, state: 'pending' },
    data: { nextAttemptAt: await databaseNow(strapi) },
  });
};
