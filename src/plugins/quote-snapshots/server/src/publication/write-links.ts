import type { Core, UID } from '@strapi/strapi';
import { chunksOf } from '../chunks-of';
import { hasDrafts, isLocalized } from '../strapi/enabled-types';
import { ROWS_PER_STATEMENT } from '../store/snapshot-table';
import { relationOf } from '../strapi/tables';
import type { EntryVersion } from '../store/statements/lock-entry-versions';
import { tableIn, type Transaction } from '../store/transaction';

interface TargetRow {
  id: number;
  documentId: string;
  locale?: string | null;
  publishedAt?: string | null;
}

/**
 * The versions of the targets to which an entry is linked. A localized target has the locale of the entry. A target with drafts is
 * published if the entry is published, and a draft otherwise.
 */
const targetsFor = (
  strapi: Core.Strapi,
  target: string,
  rows: TargetRow[],
  entry: EntryVersion,
): TargetRow[] => {
  const contentType = strapi.contentType(target as UID.ContentType);
  const [localized, drafts] = [isLocalized(contentType), hasDrafts(contentType)];
  return rows.filter(
    (row) =>
      (!localized || (row.locale ?? null) === entry.locale) &&
      (!drafts || Boolean(row.publishedAt) === entry.published),
  );
};

/** Puts new links last among the links of their targets, as Strapi does, because a relation is also listed from its other end. */
const placeLast = async (
  strapi: Core.Strapi,
  trx: Transaction,
  links: readonly Record<string, number>[],
  { table, theirs, order }: { table: string; theirs: string; order: string },
): Promise<void> => {
  const targets = [...new Set(links.flatMap((link) => link[theirs] ?? []))];
  const found: Record<string, number | null>[] = await tableIn(strapi, trx, table)
    .select(theirs)
    .max({ last: order })
    .whereIn(theirs, targets)
    .groupBy(theirs);
  const last = new Map(found.map((row) => [row[theirs], row.last ?? 0]));
  for (const link of links) {
    const place = (last.get(link[theirs]) ?? 0) + 1;
    last.set(link[theirs], place);
    link[order] = place;
  }
};

/**
 * Adds links from entries to documents, or removes them, by writing to the join table. The document service would count this as an
 * edit, and the document would be shown as "modified". If a document has no version in the locale of an entry, no link is made, as
 * everywhere in Strapi.
 *
 * @param add,remove documentIds
 */
export const writeLinks = async (
  strapi: Core.Strapi,
  trx: Transaction,
  {
    uid,
    attribute,
    entries,
    add,
    remove,
  }: {
    uid: string;
    attribute: string;
    entries: readonly EntryVersion[];
    add: readonly string[];
    remove: readonly string[];
  },
): Promise<void> => {
  if (add.length + remove.length === 0 || entries.length === 0) return;
  const relation = relationOf(strapi, uid, attribute);
  // A single-valued relation is a column and has no join table. It contains the one ticker that an editor chose, so it is not
  // changed.
  if (!relation.joinTable) return;
  const {
    name: table,
    joinColumn,
    inverseJoinColumn,
    orderColumnName,
    inverseOrderColumnName,
  } = relation.joinTable;
  const [ours, theirs] = [joinColumn.name, inverseJoinColumn.name];

  const rows: TargetRow[] = [];
  for (const documentIds of chunksOf([...add, ...remove], ROWS_PER_STATEMENT))
    rows.push(
      ...(await strapi.db.query(relation.target).findMany({ where: { documentId: { $in: documentIds } } })),
    );
  const links: Record<string, number>[] = await tableIn(strapi, trx, table).whereIn(
    ours,
    entries.map(({ id }) => id),
  );
  const inserted: Record<string, number>[] = [];
  for (const entry of entries) {
    const existing = links.filter((link) => link[ours] === entry.id);
    const linked = new Set(existing.map((link) => link[theirs]));
    const targets = targetsFor(strapi, relation.target, rows, entry);
    const missing = add.flatMap((id) =>
      targets.filter((row) => row.documentId === id && !linked.has(row.id)),
    );
    const last = Math.max(0, ...existing.map((link) => link[orderColumnName ?? ''] ?? 0));
    missing.forEach(({ id }, index) => {
      const order = orderColumnName ? { [orderColumnName]: last + index + 1 } : {};
      inserted.push({ [ours]: entry.id, [theirs]: id, ...order });
    });
    const taken = targets.filter(({ documentId }) => remove.includes(documentId)).map(({ id }) => id);
    for (const ids of chunksOf(taken, ROWS_PER_STATEMENT))
      await tableIn(strapi, trx, table).where(ours, entry.id).whereIn(theirs, ids).delete();
  }
  for (const links of chunksOf(inserted, ROWS_PER_STATEMENT)) {
    if (inverseOrderColumnName)
      await placeLast(strapi, trx, links, { table, theirs, order: inverseOrderColumnName });
    await tableIn(strapi, trx, table).insert(links).onConflict([ours, theirs]).ignore();
  }
};
