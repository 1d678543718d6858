import type { Struct, UID } from '@strapi/strapi';
import { entryMentions, type EntryMention } from '../detection';
import { formatInstrument } from '../instruments/instrument';
import { resolveMentions, type Resolution } from '../instruments/resolve-mentions';
import type { Ticker } from '../instruments/ticker';
import type { PluginContext } from '../plugin-context';
import type { SnapshotRow } from '../store/snapshot-row';

/** The attributes of an entry, including the components and dynamic zones that contain its text. */
export type Entry = Record<string, unknown>;

/** The mentions of an entry, the listings whose quotes it needs, and the mentions that do not resolve to one listing. */
export interface EntryListings extends Resolution {
  mentions: EntryMention[];
}

/** An entry to be read: a stored one, or the present content of a form. */
export interface EntryToRead {
  entry: Entry;
  linkedTickers: readonly Ticker[];
  /** The rows that remain from its last publication. They show which tickers the plugin linked and which an editor linked. */
  earlier: readonly Pick<SnapshotRow, 'instrument' | 'linkedTicker'>[];
}

/**
 * The mentions in an entry. If detection cannot read the text, the error is logged and the entry has no mentions, because
 * publishing must not fail.
 */
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
 * The tickers that an editor linked: all linked tickers except those that an earlier publication linked because the text named
 * them. Otherwise a mention that was edited away would keep its ticker for ever.
 */
const linkedByHand = ({ linkedTickers, earlier }: EntryToRead): Ticker[] => {
  const byPlugin = new Set(earlier.filter((row) => row.linkedTicker).map(({ instrument }) => instrument));
  return linkedTickers.filter((ticker) => !byPlugin.has(formatInstrument(ticker)));
};

/**
 * Reads which listings the entries of a type name. It finds the mentions in the text, the tickers that match them and the tickers
 * that an editor linked, and resolves these to listings. Publishing, the preview and the rules of an app that check a publication
 * all read entries with it.
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
