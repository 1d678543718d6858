import type { Core } from '@strapi/strapi';
import { toDatabaseQuery } from '../strapi/query-params';
import { PUBLISHED_ENTRY, type Query, type Visibility } from './visibility';
import type { Models } from './models';

type Entry = Record<string, unknown> & { id: number | string };

/** A call of the document service that writes. */
export interface WriteCall {
  uid: string;
  action: string;
  params: Query;
}

/** Fields that tell a client which entry it has written, and reveal nothing that was stored before. */
const SYSTEM_FIELDS = ['id', 'documentId', 'locale', 'createdAt', 'updatedAt', 'publishedAt'];

const pick = (entry: Query, names: readonly string[]): Query =>
  Object.fromEntries(names.flatMap((name) => (name in entry ? [[name, entry[name]]] : [])));

/**
 * Restricts the answer of a write for callers who may not see everything. Strapi answers with the whole written entry, and with
 * everything that the client asks to populate, drafts included.
 */
export const createWriteResponse = (strapi: Core.Strapi, models: Models) => {
  const selectionOf = ({ uid, params: { fields, populate } }: WriteCall): Query => {
    const { select, populate: nested } = toDatabaseQuery(strapi, uid, { fields, populate });
    return { ...(select ? { select } : {}), ...(nested ? { populate: nested } : {}) };
  };

  /** Reads the requested fields and relations with the caller's visibility, which the database hooks apply. */
  const readWritten = async (
    call: WriteCall,
    entry: Entry,
    visibility: Visibility,
  ): Promise<Query | null> => {
    const { populate, fields } = call.params;
    const isAsked = populate !== undefined || fields !== undefined;
    if (!isAsked || call.action === 'delete') return entry;
    return await strapi.db.query(call.uid).findOne({
      where:
        visibility.entryFilter(call.uid) === PUBLISHED_ENTRY
          ? { $and: [{ id: entry.id }, PUBLISHED_ENTRY] }
          : { id: entry.id },
      ...selectionOf(call),
    });
  };

  const limit = async (call: WriteCall, entry: Entry, visibility: Visibility): Promise<Query> => {
    const isDraft = models.hasDrafts(call.uid) && (!entry.publishedAt || call.action === 'delete');
    const sent = Object.keys(call.params.data ?? {});
    const minimal = pick(entry, [...SYSTEM_FIELDS, ...sent]);
    if (isDraft && visibility.draftResponse === 'sent-fields') return minimal;
    return (await readWritten(call, entry, visibility)) ?? minimal;
  };

  return async (call: WriteCall, result: unknown, visibility: Visibility): Promise<unknown> => {
    if (typeof result !== 'object' || result === null) return result;
    if (!('entries' in result)) return limit(call, result as Entry, visibility);
    const entries: Query[] = [];
    // One after the other, because they share the transaction's connection.
    for (const entry of result.entries as Entry[]) entries.push(await limit(call, entry, visibility));
    return { ...result, entries };
  };
};
