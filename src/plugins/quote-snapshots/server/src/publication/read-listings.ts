import type { Struct, UID } from '@strapi/strapi';
import { entryMentions, type EntryMention } from '../detection';
import { formatInstrument } from '../instruments/instrument';
import { resolveMentions, type Resolution } from '../instruments/resolve-mentions';
import type { Ticker } from '../instruments/ticker';
import type { PluginContext } from '../plugin-context';
import type { SnapshotRow } from '../store/snapshot-row';

/** The attributes of an entry, with the components and dynamic zones that hold its text. */
export type Entry = Record<string, unknown>;

/** The listings that an entry names: its mentions, those that are one listing each, and those that are not. */
export interface EntryListings extends Resolution {
  mentions: EntryMention[];
}

/** An entry to be read, as it is stored or as it stands in a form. */
export interface EntryToRead {
  entry: Entry;
  linkedTickers: readonly Ticker[];
  /** The rows that its last publication left. They tell which tickers the plugin linked, and which an editor did. */
  earlier: readonly Pick<SnapshotRow, 'instrument' | 'linkedTicker'>[];
}

/** The mentions in an entry. A text that detection cannot read has none, and the log says so: publishing must not fail. */
export const findMentionsOfEntry = (
  { config, strapi }: PluginContext,
  model: Struct.ContentTypeSchema,
  entry: Entry,
): EntryMention[] => {
  try {
    const modelOf = (uid: string) => strapi.getModel(uid as UID.Component);
    return entryMentions(entry, model, modelOf, { cashtags: config.cashtags });
  } catch (error) {
    const which = typeof entry.documentId === 'string' ? entry.documentId : '(not saved yet)';
    strapi.log.error(`quote-snapshots: no mentions read from ${model.uid} ${which}: ${String(error)}`);
    return [];
  }
};

/**
 * The tickers that an editor linked: all that are linked, except those that an earlier publication linked because the
 * text named them. A mention that is edited away would else keep its ticker for ever.
 */
const linkedByHand = ({ linkedTickers, earlier }: EntryToRead): Ticker[] => {
  const byPlugin = new Set(earlier.filter((row) => row.linkedTicker).map(({ instrument }) => instrument));
  return linkedTickers.filter((ticker) => !byPlugin.has(formatInstrument(ticker)));
};

/**
 * Reads which listings entries of a type name: mentions in the text, tickers that match them, tickers that an editor
 * linked, and from these the listings. Publishing, the preview and whoever judges a publication read entries here.
 *
 * @returns the listings of each entry, in the order of the entries
 */
export const readListings = async (
  context: PluginContext,
  model: Struct.ContentTypeSchema,
  entries: readonly EntryToRead[],
): Promise<EntryListings[]> => {
  const { directory } = context;
  const mentions = entries.map(({ entry }) => findMentionsOfEntry(context, model, entry));
  const tickers = await directory.withSymbols([...new Set(mentions.flat().map(({ symbol }) => symbol))]);
  return entries.map((entry, index) => {
    const ofEntry = mentions[index] ?? [];
    const resolution = resolveMentions(ofEntry, tickers, linkedByHand(entry), directory.type !== undefined);
    return { mentions: ofEntry, ...resolution };
  });
};
