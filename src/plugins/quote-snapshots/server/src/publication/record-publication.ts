import type { Core, Struct } from '@strapi/strapi';
import type { TickerDirectory } from '../instruments/ticker-directory';
import type { DatabaseClock } from '../store/database-clock';
import { leaseUntil } from '../store/lease';
import { changeMark, markEntries, type Unrecorded } from './mark-entries';
import { changesLinks, planLinks, type LinkPlan } from './plan-links';
import { planPublication, type OnRepublish, type Plan } from './plan-publication';
import type { EntryReading, Publication, PublicationReader, PublicationReading } from './read-publication';
import { linkAttributes } from './read-published-entries';
import type { RowsToCapture } from '../store/snapshot-row';
import { newDocumentIds, type SnapshotStore } from '../store/snapshot-store';
import type { Transaction } from '../store/transaction';
import { writeLinks, type EntryVersion } from './write-links';

export interface RecorderOptions {
  strapi: Core.Strapi;
  store: SnapshotStore;
  directory: TickerDirectory;
  read: PublicationReader;
  onRepublish: OnRepublish;
  /** Said of a row until the provider has answered. */
  waiting: string;
  now: () => Date;
  clock: DatabaseClock;
}

/** How a publication is recorded. */
export interface RecordOptions {
  /** Whose lease new rows are written under: whoever publishes is about to capture them. Without one, any node may. */
  owner?: string;
  /** Why no quote is to be asked for: new rows are unavailable from the start. */
  unavailable?: string;
  /** Only where the entry has this mark still: of several nodes that found it unrecorded, one records it. */
  from?: Unrecorded;
}

/**
 * Writes down, in the transaction of a publication, which quotes it needs.
 *
 * @returns a function that takes what was just published (and under whose lease to write, or why not to ask at all),
 * and answers with the rows that now wait for their figures
 */
export const createPublicationRecorder = (options: RecorderOptions) => {
  const { strapi, store, directory, read, onRepublish, waiting, now, clock } = options;

  /** From when on, and by whom, the rows of a publication are asked for. */
  const toBeAsked = async (trx: Transaction, rows: Plan['insert'], owner: string | undefined) => {
    if (!rows.some(({ state }) => state === 'pending')) return {};
    const at = await clock.now(trx);
    return {
      nextAttemptAt: at,
      leaseOwner: owner ?? null,
      leaseUntil: owner === undefined ? null : leaseUntil(at),
    };
  };

  const recordEntry = async (
    trx: Transaction,
    model: Struct.ContentTypeSchema,
    { published, resolution, live }: EntryReading,
    versions: PublicationReading['versions'],
    { owner, unavailable }: RecordOptions,
  ): Promise<RowsToCapture> => {
    const { documentId, locale, publishedAt } = published;
    const { current, aside, replacing } = live;
    const before = [...current, ...aside];
    const links = planLinks(resolution.wanted, before, published.linkedTickers, published.linkedCompanies);
    const plan = planPublication({
      publication: { type: model.uid, documentId, locale, publishedAt },
      resolution,
      current,
      aside,
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
    await store.restore(plan.restore);
    await store.adjust(plan.adjust);
    const asked =
      unavailable === undefined
        ? await toBeAsked(trx, plan.insert, owner)
        : { state: 'unavailable' as const, reason: unavailable, failureCode: 'not-recorded' };
    const ids = newDocumentIds(plan.insert.length);
    const rows = plan.insert.map((row, index) =>
      Object.assign(
        row,
        { documentId: ids[index] ?? '' },
        row.state === 'pending' ? asked : { announcedAt: now() },
      ),
    );
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
    publication: Publication,
    recordOptions: RecordOptions = {},
  ): Promise<RowsToCapture> => {
    const { model, ids } = publication;
    const { entries, versions } = await read(trx, publication);
    const waitingRows: RowsToCapture = { written: [], earlier: [] };
    const { from } = recordOptions;
    for (const entry of entries) {
      // Now, not before: reading has locked the document's rows, in the order in which publications lock them.
      const mine =
        from === undefined ||
        (await changeMark(strapi, trx, model, entry.published.id, { from, to: 'recorded' }));
      if (!mine) continue;
      const { written, earlier } = await recordEntry(trx, model, entry, versions, recordOptions);
      waitingRows.written.push(...written);
      waitingRows.earlier.push(...earlier);
    }
    // Last, so that what could not be recorded carries no mark, and is found by the sweep.
    if (from === undefined) await markEntries(strapi, trx, model, ids, 'recorded');
    return waitingRows;
  };
};

export type PublicationRecorder = ReturnType<typeof createPublicationRecorder>;
