import type { Core, Struct, UID } from '@strapi/strapi';
import { entryMentions, type EntryMention } from '../detection';
import type { Entry } from './read-published-entries';

/**
 * The listings that an entry names. Publishing never fails because of quotes: a text that detection cannot read
 * has no mentions, and the log says so.
 */
export const mentionsIn = (
  strapi: Core.Strapi,
  model: Struct.ContentTypeSchema,
  entry: Entry,
  { cashtags }: { cashtags: boolean },
): EntryMention[] => {
  try {
    return entryMentions(entry, model, (uid) => strapi.getModel(uid as UID.Component), { cashtags });
  } catch (error) {
    const which = typeof entry.documentId === 'string' ? entry.documentId : '(not saved yet)';
    strapi.log.error(`quote-snapshots: no mentions read from ${model.uid} ${which}: ${String(error)}`);
    return [];
  }
};
