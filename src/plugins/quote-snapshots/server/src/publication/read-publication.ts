import type { Core, Struct } from '@strapi/strapi';
import type { EntryMention } from '../detection';
import { resolveMentions, type Resolution } from '../instruments/resolve-mentions';
import type { TickerDirectory } from '../instruments/ticker-directory';
import { relatedKey } from '../store/related-key';
import { mentionsIn } from './mentions-in';
import { linkedByHand } from './plan-links';
import { readPublishedEntries, type PublishedEntry } from './read-published-entries';
import { readingsIn } from './readings-under-way';
import type { LiveRows, SnapshotStore } from '../store/snapshot-store';
import { locksRows, tableIn, type Transaction } from '../store/transaction';
import type { EntryVersion } from './write-links';

/** The entries, one per locale, that a publication has just put in front of readers. */
export interface Publication {
  model: Struct.ContentTypeSchema;
  documentId: string;
  ids: number[];
}

/** What an entry names, and what the record holds of it. */
export interface EntryReading {
  published: PublishedEntry;
  mentions: EntryMention[];
  resolution: Resolution;
  live: LiveRows;
}

export interface PublicationReading {
  entries: EntryReading[];
  /** The stored versions of the document in the locales of these entries. */
  versions(): Promise<EntryVersion[]>;
}

export interface ReaderOptions {
  strapi: Core.Strapi;
  store: SnapshotStore;
  directory: TickerDirectory;
  cashtags: boolean;
}

/** Reads, inside the transaction of a publication, what it names and what the record holds of it. */
export const createPublicationReader = ({ strapi, store, directory, cashtags }: ReaderOptions) => {
  /**
   * The stored versions of the document in these locales. On PostgreSQL they stay locked until the publication
   * commits, so that two publications of one document take turns, and each sees what the other left current; SQLite
   * lets one transaction at a time write at all. Other locales are left alone: locking them too would let two locales
   * published at once wait for each other.
   */
  const lockVersions = async (
    trx: Transaction,
    { model, documentId }: Publication,
    locales: (string | null)[],
  ): Promise<EntryVersion[]> => {
    const rows: { id: number; locale: string | null; published_at: unknown }[] = await tableIn(
      strapi,
      trx,
      strapi.db.metadata.get(model.uid).tableName,
    )
      .select('id', 'locale', 'published_at')
      .where('document_id', documentId)
      .whereIn(
        strapi.db.connection.raw("coalesce(locale, '')"),
        locales.map((locale) => locale ?? ''),
      )
      .orderBy('id')
      .forUpdate();
    return rows.map(({ id, locale, published_at }) => ({ id, locale, published: published_at !== null }));
  };

  const read = async (trx: Transaction, publication: Publication): Promise<PublicationReading> => {
    const { model, ids } = publication;
    const published = await readPublishedEntries(strapi, directory, model, ids);
    const locales = published.map(({ locale }) => locale);
    const lock = () => lockVersions(trx, publication, locales);
    const locked = locksRows(strapi) ? await lock() : undefined;
    const mentions = published.map(({ entry }) => mentionsIn(strapi, model, entry, { cashtags }));
    const tickers = await directory.withSymbols([...new Set(mentions.flat().map(({ symbol }) => symbol))]);
    const keys = published.map(({ documentId, locale }) => relatedKey(documentId, locale));
    const live = await store.lockLive(trx, model.uid, keys);

    const entries = published.map((entry, index) => {
      const ofEntry = (row: { relatedKey: string }) => row.relatedKey === keys[index];
      const [current, aside] = [live.current.filter(ofEntry), live.aside.filter(ofEntry)];
      const named = mentions[index] ?? [];
      const byHand = linkedByHand(entry.linkedTickers, [...current, ...aside]);
      return {
        published: entry,
        mentions: named,
        resolution: resolveMentions(named, tickers, byHand, directory.type !== undefined),
        live: { current, aside, replacing: live.replacing.filter(ofEntry) },
      };
    });
    return { entries, versions: async () => locked ?? (await lock()) };
  };

  /** Reads a publication, once while it is under way: what rules judge is what is recorded. */
  return (trx: Transaction, publication: Publication): Promise<PublicationReading> => {
    const readings = readingsIn(trx);
    const key = [publication.model.uid, ...publication.ids].join(' ');
    const reading = readings?.get(key) ?? read(trx, publication);
    readings?.set(key, reading);
    return reading;
  };
};

export type PublicationReader = ReturnType<typeof createPublicationReader>;
