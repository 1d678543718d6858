import type { Core, UID } from '@strapi/strapi';
import { hasDrafts, isLocalized } from '../relation/enabled-types';
import { tableIn, type Transaction } from './transaction';

/** One stored version (draft or published) of a document in one locale. */
export interface EntryVersion {
  id: number;
  locale: string | null;
  published: boolean;
}

interface JoinTable {
  name: string;
  joinColumn: { name: string };
  inverseJoinColumn: { name: string };
  orderColumnName?: string;
}

interface TargetRow {
  id: number;
  documentId: string;
  locale?: string | null;
  publishedAt?: string | null;
}

/** The version of a target that belongs beside an entry: same locale where localized, same side of publishing. */
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

/**
 * Links documents to entries, or takes links away, by writing the join table: the document service would count
 * as an edit and leave the document "modified". An entry whose locale the target is not translated into gets no
 * link, as everywhere in Strapi.
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
  const relation = strapi.db.metadata.get(uid).attributes[attribute] as {
    target: string;
    joinTable?: JoinTable;
  };
  // A single-valued relation keeps its value in a column: it holds one ticker, the one an editor chose.
  if (!relation.joinTable) return;
  const { name: table, joinColumn, inverseJoinColumn, orderColumnName } = relation.joinTable;
  const [ours, theirs] = [joinColumn.name, inverseJoinColumn.name];

  const rows: TargetRow[] = await strapi.db
    .query(relation.target)
    .findMany({ where: { documentId: { $in: [...add, ...remove] } } });
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
    if (taken.length > 0) {
      await tableIn(strapi, trx, table).where(ours, entry.id).whereIn(theirs, taken).delete();
    }
  }
  if (inserted.length > 0) {
    await tableIn(strapi, trx, table).insert(inserted).onConflict([ours, theirs]).ignore();
  }
};
