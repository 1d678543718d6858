import { KEY_ATTRIBUTE, RECORD_ATTRIBUTE, SNAPSHOTS_ATTRIBUTE } from '../plugin-names';
import type { PluginContext } from '../plugin-context';
import { isEnabled } from '../strapi/enabled-types';
import { cloneDraft } from './clone-draft';
import { mayReachReaders, type DocumentCall, type NextMiddleware } from './document-call';
import { publishDocument } from './publish-document';
import { withdrawPublication } from './withdraw-publication';

/** A client has no say in its own quotes: whatever it sends under the plugin's names is dropped. */
const dropOwnAttributes = (params: unknown): void => {
  const { data } = params as { data?: Record<string, unknown> };
  if (!data) return;
  delete data[SNAPSHOTS_ATTRIBUTE];
  delete data[KEY_ATTRIBUTE];
  delete data[RECORD_ATTRIBUTE];
};

/**
 * Where publishing meets the record. Every road to publication ends in the document service: the Publish button, bulk
 * publish, REST, GraphQL and an app's own code.
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
