import type { Modules } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { SNAPSHOT_UID } from '../plugin-names';

const WRITES = new Set(['create', 'update', 'delete', 'clone', 'publish', 'unpublish', 'discardDraft']);

/**
 * The record is read-only to every API, the content manager and super admins included: all of them write through
 * the document service, and the plugin itself never does.
 */
export const refuseWrites: Modules.Documents.Middleware.Middleware = async (context, next) => {
  if (context.uid === SNAPSHOT_UID && WRITES.has(context.action)) {
    throw new errors.ForbiddenError(
      'Quote snapshots are a record: they are captured when a document is published, and cannot be created, changed or deleted.',
    );
  }
  return next();
};
