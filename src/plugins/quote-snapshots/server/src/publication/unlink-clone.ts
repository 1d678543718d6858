import type { Struct } from '@strapi/strapi';
import type { PluginContext } from '../plugin-context';
import { relatedKey } from '../store/related-key';
import { findLiveSnapshots } from '../store/statements/find-live-snapshots';
import type { Transaction } from '../store/transaction';
import type { DocumentCall } from './document-call';
import { planLinks } from './plan-links';
import { linkAttributes, readPublishedEntries } from './read-published-entries';
import { writeLinks } from './write-links';

/** Whether a relation was sent: what the content manager sends of one that nobody touched connects nothing. */
const isSent = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value !== undefined;
  const { set, connect, disconnect } = value as Record<string, unknown>;
  const sent = [connect, disconnect].some((list) => (Array.isArray(list) ? list.length > 0 : Boolean(list)));
  return set !== undefined || sent;
};

/**
 * Takes those links off a clone that the plugin, not an editor, made on the original. Strapi copies all of them. The
 * record, which tells one from the other, stays with the original: on the clone, all would count as an editor's.
 * Publishing the clone links what its own text names.
 *
 * @param ids of the clone's entries, one per locale
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
