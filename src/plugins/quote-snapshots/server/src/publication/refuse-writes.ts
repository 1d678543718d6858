import type { Modules } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { SNAPSHOT_UID } from '../plugin-names';

const WRITES = new Set(['create', 'update', 'delete', 'clone', 'publish', 'unpublish', 'discardDraft']);

/**
 * Refuses writes to the record through the document service, through which every API and the content manager write,
 * for super admins too. The plugin itself writes without the document service.
 */
export const refuseWrites: Modules.Documents.Middleware.Middleware = async (context, next) => {
  if (context.uid === SNAPSHOT_UID && WRITES.has(context.action)) {
    throw new errors.PolicyError(
      'Quote snapshots are a record: they are captured when a document is published, and cannot be created, changed or deleted.',
    );
  }
  return next();
};
