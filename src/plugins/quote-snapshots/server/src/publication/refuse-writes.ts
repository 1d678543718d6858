import type { Modules } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { SNAPSHOT_UID } from '../plugin-names';

const WRITES = new Set(['create', 'update', 'delete', 'clone', 'publish', 'unpublish', 'discardDraft']);

/**
 * Refuses writes to the record through the document service, also for super admins. Every API and the content manager write through
 * it. The plugin itself writes without it.
 */
export const refuseWrites: Modules.Documents.Middleware.Middleware = async (context, next) => {
  if (context.uid === SNAPSHOT_UID && WRITES.has(context.action)) {
    throw new errors.PolicyError(
      'Quote snapshots are a record: they are captured when a document is published, and cannot be created, changed or deleted.',
    );
  }
  return next();
};
