import type { Core, Struct } from '@strapi/strapi';
import type { TickerDirectory } from '../instruments/ticker-directory';
import { relatedKey } from '../store/related-key';
import { planLinks } from './plan-links';
import { linkAttributes, readPublishedEntries } from './read-published-entries';
import type { SnapshotStore } from '../store/snapshot-store';
import type { Transaction } from '../store/transaction';
import { writeLinks } from './write-links';

export interface UnlinkerOptions {
  strapi: Core.Strapi;
  store: SnapshotStore;
  directory: TickerDirectory;
}

/** A clone that has just been made. */
export interface Clone {
  model: Struct.ContentTypeSchema;
  /** The documentId of what it is a clone of. */
  source: string;
  /** The ids of its entries, one per locale. */
  ids: number[];
  /** What its maker sent with it. */
  data: Record<string, unknown>;
}

/** Whether a relation was sent: what the content manager sends of one that nobody touched connects nothing. */
const isSent = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value !== undefined;
  const { set, connect, disconnect } = value as Record<string, unknown>;
  const sent = [connect, disconnect].some((list) => (Array.isArray(list) ? list.length > 0 : Boolean(list)));
  return set !== undefined || sent;
};

/**
 * Takes the links off a clone that the plugin, not an editor, made on the document that it is a clone of. Strapi copies
 * all of them, and the record, which tells the ones from the others, stays with the original: on the clone, all would
 * count as an editor's. Publishing the clone links what its own text names.
 *
 * @returns the attributes that were changed
 */
export const createCloneUnlinker = ({ strapi, store, directory }: UnlinkerOptions) => {
  return async (trx: Transaction, { model, source, ids, data }: Clone): Promise<string[]> => {
    const { tickers, companies } = linkAttributes(model, directory);
    const changed = new Set<string>();
    if (!tickers) return [];
    for (const entry of await readPublishedEntries(strapi, directory, model, ids)) {
      const { id, locale } = entry;
      const earlier = await store.ofLastPublication(model.uid, relatedKey(source, locale));
      const { removeTickers, removeCompanies } = planLinks(
        [],
        earlier,
        entry.linkedTickers,
        entry.linkedCompanies,
      );
      const published = entry.entry.publishedAt !== null;
      for (const [attribute, remove] of [
        [tickers, removeTickers],
        [companies, removeCompanies],
      ] as const) {
        if (!attribute || remove.length === 0 || isSent(data[attribute])) continue;
        changed.add(attribute);
        const entries = [{ id, locale, published }];
        await writeLinks(strapi, trx, { uid: model.uid, attribute, entries, add: [], remove });
      }
    }
    return [...changed];
  };
};

export type CloneUnlinker = ReturnType<typeof createCloneUnlinker>;
