import type { Core, Struct } from '@strapi/strapi';
import type { EntryMention } from '../detection';
import {
  resolveMentions,
  type UnresolvedMention,
  type WantedInstrument,
} from '../instruments/resolve-mentions';
import type { TickerDirectory } from '../instruments/ticker-directory';
import { relatedKey } from '../relation/related-key';
import { mentionsIn } from './mentions-in';
import { linkedByHand } from './plan-links';
import { survives, type OnRepublish } from './plan-publication';
import type { Entry } from './read-published';
import { currentKey, type SnapshotRow } from './snapshot-row';
import type { SnapshotStore } from './snapshot-store';

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

export interface Preview {
  mentions: EntryMention[];
  /** What publishing now would do with each instrument: capture it, or keep the snapshot it has. */
  wanted: (WantedInstrument & { act: 'capture' | 'keep'; snapshot: SnapshotRow | null })[];
  /** Mentions that could be more than one listing, and why. */
  unresolved: UnresolvedMention[];
  /** Current snapshots whose instrument the text no longer names. */
  retired: SnapshotRow[];
}

/** Tells what publishing a draft would do to the record; touches nothing. */
export const createPublicationPreview =
  ({ strapi, store, directory, onRepublish, cashtags }: PreviewOptions) =>
  async ({ model, documentId, locale, entry, linkedTickers }: Draft): Promise<Preview> => {
    const mentions = mentionsIn(strapi, model, entry, { cashtags });
    const current = documentId ? await store.current(model.uid, [relatedKey(documentId, locale)]) : [];
    const linked = await directory.withDocumentIds([...linkedTickers]);
    const tickers = await directory.withSymbols([...new Set(mentions.map(({ symbol }) => symbol))]);
    const { wanted, unresolved } = resolveMentions(
      mentions,
      tickers,
      linkedByHand(linked, current),
      directory.type !== undefined,
    );

    const publication = { type: model.uid, documentId: documentId ?? '', locale };
    const rows = new Map(current.map((row) => [row.currentKey, row]));
    const named = wanted.map((instrument) => {
      const snapshot = rows.get(currentKey(publication, instrument.instrument)) ?? null;
      const kept = snapshot !== null && survives(snapshot);
      const again = onRepublish === 'recapture' && snapshot?.state === 'captured';
      return { ...instrument, act: kept && !again ? ('keep' as const) : ('capture' as const), snapshot };
    });
    const still = new Set(named.map(({ snapshot }) => snapshot?.id));
    const retired = current.filter((row) => row.instrument !== null && !still.has(row.id));
    return { mentions, wanted: named, unresolved, retired };
  };
