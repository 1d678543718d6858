import type { Core, Struct } from '@strapi/strapi';
import type { EntryMention } from '../detection';
import { resolveMentions } from '../instruments/resolve-mentions';
import type { TickerDirectory } from '../instruments/ticker-directory';
import type { Lease } from './lease';
import { markRecord } from './mark-record';
import { mentionsIn } from './mentions-in';
import { changesLinks, linkedByHand, planLinks, type LinkPlan } from './plan-links';
import { planPublication, type OnRepublish } from './plan-publication';
import { linkAttributes, readPublished, type PublishedEntry } from './read-published';
import type { RowsToCapture } from './snapshot-row';
import { newDocumentId, type LiveRows, type SnapshotStore } from './snapshot-store';
import { locksRows, tableIn, type Transaction } from './transaction';
import { writeLinks, type EntryVersion } from './write-links';
import { relatedKey } from '../relation/related-key';

export interface RecorderOptions {
  strapi: Core.Strapi;
  store: SnapshotStore;
  directory: TickerDirectory;
  onRepublish: OnRepublish;
  cashtags: boolean;
  /** Said of a row until the provider has answered. */
  waiting: string;
  now: () => Date;
}

/** How a publication is recorded. */
export interface RecordOptions {
  /** Under which new rows are written: whoever publishes is about to capture them. Without one, any node may. */
  lease?: Lease;
  /** Why no quote is to be asked for: new rows are unavailable from the start. */
  unavailable?: string;
  /** Whether the entries carry their mark already: those that a publication has just created do. */
  marked?: boolean;
}

/**
 * Writes down, in the transaction of a publication, which quotes it needs.
 *
 * @returns a function that takes the content type, the document and the ids of the entries just published (and
 * under which lease, or why not at all), and answers with the rows that now wait for their figures
 */
export const createPublicationRecorder = (options: RecorderOptions) => {
  const { strapi, store, directory, onRepublish, cashtags, waiting, now } = options;

  /**
   * The stored versions of the document in these locales. On PostgreSQL they stay locked until the publication
   * commits, so that two publications of one document take turns, and each sees what the other left current; SQLite
   * lets one transaction at a time write at all. Other locales are left alone: locking them too would let two locales
   * published at once wait for each other.
   */
  const lockVersions = async (
    trx: Transaction,
    uid: string,
    documentId: string,
    locales: (string | null)[],
  ): Promise<EntryVersion[]> => {
    const rows: { id: number; locale: string | null; published_at: unknown }[] = await tableIn(
      strapi,
      trx,
      strapi.db.metadata.get(uid).tableName,
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

  const recordEntry = async (
    trx: Transaction,
    model: Struct.ContentTypeSchema,
    published: PublishedEntry,
    versions: () => Promise<EntryVersion[]>,
    input: {
      mentions: EntryMention[];
      tickers: Awaited<ReturnType<TickerDirectory['withSymbols']>>;
      live: LiveRows;
    },
    { lease, unavailable }: RecordOptions,
  ): Promise<RowsToCapture> => {
    const { documentId, locale, publishedAt } = published;
    const { current, replacing } = input.live;
    const byHand = linkedByHand(published.linkedTickers, current);
    const resolution = resolveMentions(input.mentions, input.tickers, byHand, directory.type !== undefined);
    const links = planLinks(resolution.wanted, current, published.linkedTickers, published.linkedCompanies);
    const plan = planPublication({
      publication: { type: model.uid, documentId, locale, publishedAt },
      resolution,
      current,
      replacing,
      onRepublish,
      linkedTickers: links.linkedTickers,
      linkedCompanies: links.linkedCompanies,
      waiting,
    });
    await store.retire(
      plan.retire,
      'The document was published again without this mention before its quote was captured.',
    );
    await store.adjust(plan.adjust);
    const asked =
      unavailable === undefined
        ? { nextAttemptAt: now(), leaseOwner: lease?.owner ?? null, leaseUntil: lease?.until ?? null }
        : { state: 'unavailable' as const, reason: unavailable, failureCode: 'not-recorded' };
    const rows = plan.insert.map((row) => ({
      ...row,
      documentId: newDocumentId(),
      ...(row.state === 'pending' ? asked : { announcedAt: now() }),
    }));
    const written = await store.insert(rows);
    if (changesLinks(links)) {
      const ofLocale = (await versions()).filter((version) => version.locale === locale);
      await link(trx, model, ofLocale, links);
    }
    return { written, earlier: plan.stillPending };
  };

  const link = async (
    trx: Transaction,
    model: Struct.ContentTypeSchema,
    entries: EntryVersion[],
    plan: LinkPlan,
  ) => {
    const { tickers, companies } = linkAttributes(model, directory);
    const target = { uid: model.uid, entries };
    if (tickers) {
      await writeLinks(strapi, trx, {
        ...target,
        attribute: tickers,
        add: plan.addTickers,
        remove: plan.removeTickers,
      });
    }
    if (companies) {
      const [add, remove] = [plan.addCompanies, plan.removeCompanies];
      await writeLinks(strapi, trx, { ...target, attribute: companies, add, remove });
    }
  };

  return async (
    trx: Transaction,
    model: Struct.ContentTypeSchema,
    documentId: string,
    ids: number[],
    recordOptions: RecordOptions = {},
  ): Promise<RowsToCapture> => {
    const published = await readPublished(strapi, directory, model, ids);
    const locales = published.map(({ locale }) => locale);
    const lock = () => lockVersions(trx, model.uid, documentId, locales);
    const locked = locksRows(strapi) ? await lock() : undefined;
    const versions = async () => locked ?? (await lock());
    const mentions = published.map(({ entry }) => mentionsIn(strapi, model, entry, { cashtags }));
    const tickers = await directory.withSymbols([...new Set(mentions.flat().map(({ symbol }) => symbol))]);
    const live = await store.lockLive(
      trx,
      model.uid,
      published.map((entry) => relatedKey(entry.documentId, entry.locale)),
    );
    const waitingRows: RowsToCapture = { written: [], earlier: [] };
    for (const [index, entry] of published.entries()) {
      const key = relatedKey(entry.documentId, entry.locale);
      const input = {
        mentions: mentions[index] ?? [],
        tickers,
        live: {
          current: live.current.filter((row) => row.relatedKey === key),
          replacing: live.replacing.filter((row) => row.relatedKey === key),
        },
      };
      const { written, earlier } = await recordEntry(trx, model, entry, versions, input, recordOptions);
      waitingRows.written.push(...written);
      waitingRows.earlier.push(...earlier);
    }
    if (!recordOptions.marked) await markRecord(strapi, trx, model, ids, 'recorded');
    return waitingRows;
  };
};

export type PublicationRecorder = ReturnType<typeof createPublicationRecorder>;
