import type { Struct } from '@strapi/strapi';
import type { PluginContext } from '../plugin-context';
import { relatedKey } from '../store/related-key';
import { findLiveSnapshots } from '../store/statements/find-live-snapshots';
import type { Transaction } from '../store/transaction';
import type { DocumentCall } from './document-call';
import { planLinks } from './plan-links';
import { linkAttributes, readPublishedEntries } from './read-published-entries';
import { writeLinks } from './write-links';

/**
 * Whether the caller sent a relation. The content manager also sends relations that nobody changed. These connect nothing, so they
 * do not count.
 */
const isSent = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value !== undefined;
  const { set, connect, disconnect } = value as Record<string, unknown>;
  const sent = [connect, disconnect].some((list) => (Array.isArray(list) ? list.length > 0 : Boolean(list)));
  return set !== undefined || sent;
};

/**
 * Removes the links from a clone that the plugin, and not an editor, made on the original. Strapi copies all links. The record
 * shows which ones the plugin made, but it stays with the original, so on the clone all links would count as made by an editor.
 * Publishing the clone links what its own text names.
 *
 * @param ids of the entries of the clone, one per locale
 * @returns the attributes that were changed
 */
export const unlinkClone = async (
  context: PluginContext,
  trx: Transaction,
  { params }: DocumentCall,
  model: Struct.ContentTypeSchema,
  ids: readonly number[],
): Promise<string[]> => {
  const { strapi, directory } = context;
  const { documentId: original, data = {} } = params as {
    documentId: string;
    data?: Record<string, unknown>;
  };
  const { tickers, companies } = linkAttributes(model, directory);
  if (!tickers) return [];
  const changed = new Set<string>();
  for (const entry of await readPublishedEntries(context, model, ids)) {
    const { id, locale, linkedTickers, linkedCompanies } = entry;
    const { current, setAside } = await findLiveSnapshots(strapi, model.uid, [relatedKey(original, locale)]);
    const plan = planLinks([], [...current, ...setAside], linkedTickers, linkedCompanies);
    const published = entry.entry.publishedAt !== null;
    for (const [attribute, remove] of [
      [tickers, plan.removeTickers],
      [companies, plan.removeCompanies],
    ] as const) {
      if (!attribute || remove.length === 0 || isSent(data[attribute])) continue;
      changed.add(attribute);
      const entries = [{ id, locale, published }];
      await writeLinks(strapi, trx, { uid: model.uid, attribute, entries, add: [], remove });
    }
  }
  return [...changed];
};
