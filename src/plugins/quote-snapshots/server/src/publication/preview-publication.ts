import type { Core, Struct } from '@strapi/strapi';
import type { EntryMention } from '../detection';
import {
  resolveMentions,
  type UnresolvedMention,
  type WantedInstrument,
} from '../instruments/resolve-mentions';
import type { TickerDirectory } from '../instruments/ticker-directory';
import { relatedKey } from '../store/related-key';
import { mentionsIn } from './mentions-in';
import { linkedByHand } from './plan-links';
import { survives, type OnRepublish } from './plan-publication';
import type { Entry } from './read-published-entries';
import { currentKey, keyWhenCurrent, type SnapshotRow } from '../store/snapshot-row';
import type { SnapshotStore } from '../store/snapshot-store';

export interface PreviewOptions {
  strapi: Core.Strapi;
  store: SnapshotStore;
  directory: TickerDirectory;
  onRepublish: OnRepublish;
  cashtags: boolean;
}

/** A document as it would be published, saved or not. */
export interface Draft {
  model: Struct.ContentTypeSchema;
  /** Absent where the document has never been saved. */
  documentId?: string;
  locale: string | null;
  /** Its attributes, components and dynamic zones included. */
  entry: Entry;
  /** documentIds of the tickers linked to it. */
  linkedTickers: readonly string[];
}

/** The listings that a draft names. */
export interface Named {
  mentions: EntryMention[];
  wanted: WantedInstrument[];
  /** Mentions that could be more than one listing, and why. */
  unresolved: UnresolvedMention[];
}

export interface Preview extends Named {
  /** What publishing now would do with each instrument: capture it, or keep the snapshot it has. */
  wanted: (WantedInstrument & { act: 'capture' | 'keep'; snapshot: SnapshotRow | null })[];
  /** Current snapshots whose instrument the text no longer names. */
  retired: SnapshotRow[];
}

/** Tells what publishing a draft means to the record; touches nothing. */
export const createPublicationPreview = (options: PreviewOptions) => {
  const { strapi, store, directory, onRepublish, cashtags } = options;

  const before = async ({ model, documentId, locale }: Draft): Promise<SnapshotRow[]> =>
    documentId ? await store.ofLastPublication(model.uid, relatedKey(documentId, locale)) : [];

  const namedIn = async (
    { model, entry, linkedTickers }: Draft,
    earlier: readonly SnapshotRow[],
  ): Promise<Named> => {
    const mentions = mentionsIn(strapi, model, entry, { cashtags });
    const linked = await directory.withDocumentIds([...linkedTickers]);
    const tickers = await directory.withSymbols([...new Set(mentions.map(({ symbol }) => symbol))]);
    const byHand = linkedByHand(linked, earlier);
    return { mentions, ...resolveMentions(mentions, tickers, byHand, directory.type !== undefined) };
  };

  return {
    /** The listings that a draft names. */
    async named(draft: Draft): Promise<Named> {
      // The record matters only to tell the tickers that an editor linked from the plugin's own.
      return namedIn(draft, draft.linkedTickers.length > 0 ? await before(draft) : []);
    },

    /** What publishing a draft would do to the record. */
    async preview(draft: Draft): Promise<Preview> {
      const { model, documentId, locale } = draft;
      const earlier = await before(draft);
      const { wanted, ...rest } = await namedIn(draft, earlier);
      const publication = { type: model.uid, documentId: documentId ?? '', locale };
      const rows = new Map(earlier.map((row) => [keyWhenCurrent(row), row]));
      const named = wanted.map((instrument) => {
        const snapshot = rows.get(currentKey(publication, instrument.instrument)) ?? null;
        const kept = snapshot !== null && survives(snapshot);
        const again = onRepublish === 'recapture' && snapshot?.state === 'captured';
        return { ...instrument, act: kept && !again ? ('keep' as const) : ('capture' as const), snapshot };
      });
      const still = new Set(named.map(({ snapshot }) => snapshot?.id));
      const retired = earlier.filter((row) => row.current && row.instrument !== null && !still.has(row.id));
      return { ...rest, wanted: named, retired };
    },
  };
};
