import { KEY_ATTRIBUTE, RECORD_ATTRIBUTE, SNAPSHOTS_ATTRIBUTE } from '../plugin-names';
import type { PluginContext } from '../plugin-context';
import { isEnabled } from '../strapi/enabled-types';
import { cloneDraft } from './clone-draft';
import { mayReachReaders, type DocumentCall, type NextMiddleware } from './document-call';
import { publishDocument } from './publish-document';
import { withdrawPublication } from './withdraw-publication';

/** Removes the attributes of the plugin from the data of a call, because clients must not set quotes. */
const dropOwnAttributes = (params: unknown): void => {
  const { data } = params as { data?: Record<string, unknown> };
  if (!data) return;
  delete data[SNAPSHOTS_ATTRIBUTE];
  delete data[KEY_ATTRIBUTE];
  delete data[RECORD_ATTRIBUTE];
};

/**
 * Connects calls of the document service with the record. Every way to publish ends in the document service: the Publish button,
 * bulk publish, REST, GraphQL and the code of an app.
 */
export const documentMiddleware = async (
  context: PluginContext,
  call: DocumentCall,
  next: NextMiddleware,
): Promise<unknown> => {
  const model = context.strapi.contentType(call.uid);
  if (!isEnabled(model)) return next();
  dropOwnAttributes(call.params);
  if (mayReachReaders(call, model)) return publishDocument(context, call, next, model);
  switch (call.action) {
    case 'clone':
      return cloneDraft(context, call, next, model);
    case 'delete':
    case 'unpublish':
      return withdrawPublication(context.strapi, call, next, model);
    default:
      return next();
  }
};
