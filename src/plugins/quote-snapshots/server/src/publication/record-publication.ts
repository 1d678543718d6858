import type { Struct } from '@strapi/strapi';
import type { PluginContext } from '../plugin-context';
import { fillKnownQuotes } from '../capture/fill-known-quotes';
import { codedReason, type StoredReason } from '../reasons/reason';
import { databaseNow } from '../store/database-clock';
import { leaseUntil } from '../store/lease';
import { newDocumentIds } from '../store/new-document-ids';
import type { CommittedRows, InsertedRow } from '../store/snapshot-row';
import { adjustSnapshots, restoreSnapshots } from '../store/statements/adjust-snapshots';
import { insertSnapshots } from '../store/statements/insert-snapshots';
import type { EntryVersion } from '../store/statements/lock-entry-versions';
import { changeMark, markEntries, type UnrecordedMark } from '../store/statements/mark-entries';
import { retireSnapshots } from '../store/statements/retire-snapshots';
import type { Transaction } from '../store/transaction';
import { planEntry } from './plan-entry';
import { changesLinks, type LinkPlan } from './plan-links';
import type { RecordPlan } from './plan-record';
import type { EntryToRecord, PublicationToRecord, PublishedEntries } from './publication-to-record';
import { readPublication } from './read-publication';
import { linkAttributes } from './read-published-entries';
import { writeLinks } from './write-links';

/** How a publication is recorded. */
export interface RecordOptions {
  /**
   * The owner of the leases of the inserted rows, if this node is about to capture them. Without an owner, any node may capture
   * them.
   */
  owner?: string;
  /** If no quote is to be asked for: the reason. The rows are then unavailable from the start. */
  unavailable?: StoredReason;
  /** Records an entry only if it still has this mark. If several nodes find an entry unrecorded, only one of them records it. */
  from?: UnrecordedMark;
}

/** The columns of a pending row that is due now. If there is an owner, the row is under its lease. */
const dueNow = async ({ strapi }: PluginContext, trx: Transaction, owner: string | undefined) => {
  const now = await databaseNow(strapi, trx);
  const leased = owner !== undefined;
  return {
    nextAttemptAt: now,
    leaseOwner: leased ? owner : null,
    leaseUntil: leased ? leaseUntil(now) : null,
  };
};

const insertPlanned = async (
  context: PluginContext,
  trx: Transaction,
  planned: RecordPlan['insert'],
  { owner, unavailable }: RecordOptions,
): Promise<InsertedRow[]> => {
  if (planned.length === 0) return [];
  const ids = newDocumentIds(planned.length);
  const rows = planned.map((row, index) => Object.assign(row, { documentId: ids[index] ?? '' }));
  // Rows that start as unavailable are marked as announced, because no event is sent for them.
  for (const row of rows) if (row.state !== 'pending') Object.assign(row, { announcedAt: new Date() });
  // Only a publication passes an owner. The sweep passes none, because the entries that it finds were published too long ago for a
  // present quote.
  if (owner !== undefined) fillKnownQuotes(context, rows);
  const pending = rows.filter(({ state }) => state === 'pending');
  if (pending.length > 0) {
    const columns =
      unavailable === undefined
        ? await dueNow(context, trx, owner)
        : { state: 'unavailable' as const, ...unavailable, failureCode: 'not-recorded' };
    for (const row of pending) Object.assign(row, columns);
  }
  return insertSnapshots(context.strapi, rows);
};

const writeLinkPlan = async (
  context: PluginContext,
  trx: Transaction,
  model: Struct.ContentTypeSchema,
  versions: EntryVersion[],
  plan: LinkPlan,
): Promise<void> => {
  const { tickers, companies } = linkAttributes(model, context.directory);
  const target = { uid: model.uid, entries: versions };
  if (tickers) {
    const [add, remove] = [plan.addTickers, plan.removeTickers];
    await writeLinks(context.strapi, trx, { ...target, attribute: tickers, add, remove });
  }
  if (companies) {
    const [add, remove] = [plan.addCompanies, plan.removeCompanies];
    await writeLinks(context.strapi, trx, { ...target, attribute: companies, add, remove });
  }
};

const recordEntry = async (
  context: PluginContext,
  trx: Transaction,
  model: Struct.ContentTypeSchema,
  { published, listings, live }: EntryToRecord,
  versions: PublicationToRecord['versions'],
  options: RecordOptions,
): Promise<CommittedRows> => {
  const { config, strapi } = context;
  const { documentId, locale, publishedAt, linkedTickers, linkedCompanies } = published;
  const publication = { type: model.uid, documentId, locale, publishedAt };
  const { links, record } = planEntry(
    { publication, listings, live, linkedTickers, linkedCompanies },
    config.onRepublish,
  );
  await retireSnapshots(strapi, record.retire, codedReason('mention-removed'));
  await restoreSnapshots(strapi, record.restore);
  await adjustSnapshots(strapi, record.adjust);
  const inserted = await insertPlanned(context, trx, record.insert, options);
  if (changesLinks(links)) {
    const ofLocale = (await versions()).filter((version) => version.locale === locale);
    await writeLinkPlan(context, trx, model, ofLocale, links);
  }
  return {
    waiting: inserted.filter(({ state }) => state === 'pending'),
    // Rows for which no quote is asked have no attempts.
    filled: inserted.filter(({ state, attempts }) => state !== 'pending' && attempts > 0),
    earlier: record.stillPending,
  };
};

/**
 * Records which quotes a publication needs, in the transaction of the publication. The rows are an outbox: captures process them
 * after the commit.
 *
 * @returns the rows to capture and the rows to announce after the publication has committed
 */
export const recordPublication = async (
  context: PluginContext,
  trx: Transaction,
  published: PublishedEntries,
  options: RecordOptions = {},
): Promise<CommittedRows> => {
  const { strapi } = context;
  const { model, ids } = published;
  const { from } = options;
  const { entries, versions } = await readPublication(context, trx, published);
  const rows: CommittedRows = { waiting: [], filled: [], earlier: [] };
  for (const entry of entries) {
    // The mark is changed only now, because this locks the entry. The reading has already locked the rows of the document, in the
    // order in which publications lock them.
    const change = { from: from ?? null, to: 'recorded' as const };
    if (from !== undefined && !(await changeMark(strapi, trx, model.uid, entry.published.id, change)))
      continue;
    const { waiting, filled, earlier } = await recordEntry(context, trx, model, entry, versions, options);
    rows.waiting.push(...waiting);
    rows.filled.push(...filled);
    rows.earlier.push(...earlier);
  }
  // The mark is set last. If the recording of an entry fails, the entry has no mark, and the sweep finds it.
  if (from === undefined) await markEntries(strapi, trx, model.uid, ids, 'recorded');
  return rows;
};
