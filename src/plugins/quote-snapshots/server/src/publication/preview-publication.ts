import type { Struct } from '@strapi/strapi';
import type { UnresolvedMention, WantedInstrument } from '../instruments/resolve-mentions';
import type { PluginContext } from '../plugin-context';
import { relatedKey } from '../store/related-key';
import { currentKey, keyWhenCurrent, type SnapshotRow } from '../store/snapshot-row';
import {
  findLiveSnapshots,
  NO_LIVE_SNAPSHOTS,
  type LiveSnapshots,
} from '../store/statements/find-live-snapshots';
import { planEntry } from './plan-entry';
import { readListings, type Entry, type EntryListings } from './read-listings';

/** A document as it would be published. It need not be saved. */
export interface Draft {
  model: Struct.ContentTypeSchema;
  /** Absent if the document has never been saved. */
  documentId?: string;
  locale: string | null;
  /** Its attributes, including components and dynamic zones. */
  entry: Entry;
  /** documentIds of its linked tickers. */
  linkedTickers: readonly string[];
}

export interface PreviewedInstrument extends WantedInstrument {
  /** Whether publishing now would capture a quote or keep the present snapshot. */
  act: 'capture' | 'keep';
  /** The snapshot that remains from the last publication. */
  snapshot: SnapshotRow | null;
}

export interface PublicationPreview {
  mentions: EntryListings['mentions'];
  wanted: PreviewedInstrument[];
  unresolved: UnresolvedMention[];
  /** Current snapshots whose instrument the text no longer names. */
  retired: SnapshotRow[];
}

const liveSnapshotsOf = (
  { strapi }: PluginContext,
  { model, documentId, locale }: Draft,
): Promise<LiveSnapshots> =>
  documentId === undefined
    ? Promise.resolve(NO_LIVE_SNAPSHOTS)
    : findLiveSnapshots(strapi, model.uid, [relatedKey(documentId, locale)]);

const readDraft = async (
  context: PluginContext,
  { model, entry, linkedTickers }: Draft,
  live: LiveSnapshots,
) => {
  const linked = await context.directory.withDocumentIds([...linkedTickers]);
  const earlier = [...live.current, ...live.setAside];
  const [listings] = await readListings(context, model, [{ entry, linkedTickers: linked, earlier }]);
  return { linked, listings: listings ?? { mentions: [], wanted: [], unresolved: [] } };
};

/** The listings that a draft names. */
export const listingsOfDraft = async (context: PluginContext, draft: Draft): Promise<EntryListings> => {
  // The record is needed only to know which of the linked tickers an editor linked.
  const live = draft.linkedTickers.length > 0 ? await liveSnapshotsOf(context, draft) : NO_LIVE_SNAPSHOTS;
  return (await readDraft(context, draft, live)).listings;
};

/**
 * The changes that publishing a draft would make in the record. They come from the plan that publishing would carry out. Writes
 * nothing.
 */
export const previewPublication = async (
  context: PluginContext,
  draft: Draft,
): Promise<PublicationPreview> => {
  const { model, documentId = '', locale } = draft;
  const live = await liveSnapshotsOf(context, draft);
  const { linked, listings } = await readDraft(context, draft, live);
  const publication = { type: model.uid, documentId, locale, publishedAt: new Date() };
  const { record } = planEntry(
    // The linked companies do not affect what the preview shows.
    { publication, listings, live, linkedTickers: linked, linkedCompanies: [] },
    context.config.onRepublish,
  );
  const captured = new Set(record.insert.map(({ instrument }) => instrument));
  const left = new Map([...live.setAside, ...live.current].map((row) => [keyWhenCurrent(row), row]));
  const wanted = listings.wanted.map(
    (one): PreviewedInstrument => ({
      ...one,
      act: captured.has(one.instrument) ? 'capture' : 'keep',
      snapshot: left.get(currentKey(publication, one.instrument)) ?? null,
    }),
  );
  // The plan also retires failed rows and inserts new rows for them. Their instrument is still named, so they are not shown as
  // retired.
  const named = new Set(listings.wanted.map(({ instrument }) => instrument));
  const retired = live.current.filter(
    ({ id, instrument }) => instrument !== null && !named.has(instrument) && record.retire.includes(id),
  );
  return { mentions: listings.mentions, wanted, unresolved: listings.unresolved, retired };
};
