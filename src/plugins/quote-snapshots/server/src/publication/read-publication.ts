import type { PluginContext } from '../plugin-context';
import { relatedKey } from '../store/related-key';
import { NO_LIVE_SNAPSHOTS, type LiveSnapshots } from '../store/statements/find-live-snapshots';
import { lockEntryVersions } from '../store/statements/lock-entry-versions';
import { lockSnapshots } from '../store/statements/lock-snapshots';
import { locksRows, type Transaction } from '../store/transaction';
import type { PublicationToRecord, PublishedEntries } from './publication-to-record';
import { areAllNew, readingsOf } from './publications-under-way';
import { readListings } from './read-listings';
import { readPublishedEntries } from './read-published-entries';

const read = async (
  context: PluginContext,
  trx: Transaction,
  { model, documentId, ids }: PublishedEntries,
): Promise<PublicationToRecord> => {
  const { strapi } = context;
  const published = await readPublishedEntries(context, model, ids);
  const locales = published.map(({ locale }) => locale);
  const lock = () => lockEntryVersions(strapi, trx, { uid: model.uid, documentId, locales });
  const isNew = areAllNew(trx);
  const locked = locksRows(strapi) && !isNew ? await lock() : undefined;
  const keys = published.map(({ locale }) => relatedKey(documentId, locale));
  const live = isNew ? NO_LIVE_SNAPSHOTS : await lockSnapshots(strapi, trx, model.uid, keys);
  const liveOf = published.map((_, index): LiveSnapshots => {
    const ofEntry = (row: { relatedKey: string }) => row.relatedKey === keys[index];
    return {
      current: live.current.filter(ofEntry),
      setAside: live.setAside.filter(ofEntry),
      replacing: live.replacing.filter(ofEntry),
    };
  });
  const listings = await readListings(
    context,
    model,
    published.map(({ entry, linkedTickers }, index) => {
      const { current = [], setAside = [] } = liveOf[index] ?? {};
      return { entry, linkedTickers, earlier: [...current, ...setAside] };
    }),
  );
  const entries = published.flatMap((entry, index) => {
    const [ofEntry, left] = [listings[index], liveOf[index]];
    return ofEntry && left ? { published: entry, listings: ofEntry, live: left } : [];
  });
  return { entries, versions: async () => locked ?? (await lock()) };
};

/**
 * Reads the listings that a publication names and its snapshots in the record, inside the transaction of the publication. They are
 * read once while the publication is under way, so the rules of a newsroom check the same data that is recorded.
 */
export const readPublication = (
  context: PluginContext,
  trx: Transaction,
  published: PublishedEntries,
): Promise<PublicationToRecord> => {
  const key = [published.model.uid, ...published.ids].join(' ');
  const readings = readingsOf(trx);
  const reading = readings?.get(key) ?? read(context, trx, published);
  readings?.set(key, reading);
  return reading;
};
