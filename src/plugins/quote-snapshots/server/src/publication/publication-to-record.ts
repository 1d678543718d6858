import type { Struct } from '@strapi/strapi';
import type { LiveSnapshots } from '../store/statements/find-live-snapshots';
import type { EntryVersion } from '../store/statements/lock-entry-versions';
import type { EntryListings } from './read-listings';
import type { PublishedEntry } from './read-published-entries';

/** The entries of a document, one per locale, that have just been published. */
export interface PublishedEntries {
  model: Struct.ContentTypeSchema;
  documentId: string;
  ids: readonly number[];
}

/** A published entry, the listings that it names, and the snapshots that remain from its last publication. */
export interface EntryToRecord {
  published: PublishedEntry;
  listings: EntryListings;
  live: LiveSnapshots;
}

export interface PublicationToRecord {
  entries: EntryToRecord[];
  /** The stored versions of the document in the locales of these entries. */
  versions(): Promise<EntryVersion[]>;
}
