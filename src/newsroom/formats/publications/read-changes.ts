import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { readRows } from '../../database/read-rows';
import { formatCursor, START, type Place, type Since } from './cursor';
import { PUBLICATIONS_TABLE, publicationsTable, type PublicationRow } from './publications-table';

/** An article that was published, changed or withdrawn. */
export interface Change {
  documentId: string;
  locale: string;
  place: Place;
  firstPublishedAt: Date;
  changedAt: Date;
}

const toChange = (row: PublicationRow): Change => ({
  documentId: row.document_id,
  locale: row.locale,
  place: { position: Number(row.position), id: Number(row.id) },
  firstPublishedAt: new Date(Number(row.first_published_at)),
  changedAt: new Date(Number(row.changed_at)),
});

/**
 * The first position that is not settled: a running transaction may still commit a change there. Changes are sent up to it, in the
 * order of positions, so that none can appear before a position that was already sent.
 */
const horizonOf = (strapi: Core.Strapi): string =>
  strapi.db.dialect.client === 'postgres'
    ? 'pg_snapshot_xmin(pg_current_snapshot())::text::bigint'
    : `(select coalesce(max(position), 0) + 1 from ${publicationsTable(strapi)})`;

/** The position before the first settled change at or after a time; if there is none, the last settled position. */
const placeBefore = async (strapi: Core.Strapi, from: Date): Promise<Place> => {
  const settled = strapi.db.connection.raw(horizonOf(strapi));
  const [first] = await readRows<PublicationRow>(strapi, PUBLICATIONS_TABLE, (table) =>
    table
      .where('changed_at', '>=', from.getTime())
      .andWhere('position', '<', settled)
      .orderBy(['position', 'id'])
      .limit(1),
  );
  if (first) return { position: Number(first.position), id: Number(first.id) - 1 };
  const [last] = await readRows<PublicationRow>(strapi, PUBLICATIONS_TABLE, (table) =>
    table
      .where('position', '<', settled)
      .orderBy([
        { column: 'position', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(1),
  );
  return last ? toChange(last).place : START;
};

/** @throws ValidationError for a cursor of another database, after which no change would be found for a long time */
const refuseUnknownPlace = async (strapi: Core.Strapi, { position, id }: Place): Promise<void> => {
  const [known] = await strapi.db.transaction(
    async ({ trx }): Promise<{ horizon: string | number }[]> =>
      await trx.select(trx.raw(`${horizonOf(strapi)} as horizon`)),
  );
  if (position < Number(known?.horizon)) return;
  throw new errors.ValidationError(
    `since is "${formatCursor({ position, id })}", a cursor of another database, or of this one before it was restored: give a time.`,
    { since: formatCursor({ position, id }) },
  );
};

/**
 * Changes in the order of their commits, each article once, at its last change. Must be called in a transaction with one snapshot
 * for all statements, in which the articles are read too.
 *
 * @param limit the most changes
 * @returns the changes, and the position before the first of them
 * @throws ValidationError for a cursor of another database
 */
export const readChanges = async (
  strapi: Core.Strapi,
  since: Since,
  limit: number,
): Promise<{ start: Place; changes: Change[] }> => {
  if ('after' in since) await refuseUnknownPlace(strapi, since.after);
  const start = 'after' in since ? since.after : await placeBefore(strapi, since.from);
  const rows = await readRows<PublicationRow>(strapi, PUBLICATIONS_TABLE, (table) =>
    table
      .whereRaw('(position, id) > (?, ?)', [start.position, start.id])
      .andWhere('position', '<', strapi.db.connection.raw(horizonOf(strapi)))
      .orderBy(['position', 'id'])
      .limit(limit),
  );
  return { start, changes: rows.map(toChange) };
};

/** The change of one article in one locale; undefined if it was never published. */
export const readChange = async (
  strapi: Core.Strapi,
  documentId: string,
  locale: string,
): Promise<Change | undefined> => {
  const [row] = await readRows<PublicationRow>(strapi, PUBLICATIONS_TABLE, (table) =>
    table.where({ document_id: documentId, locale }),
  );
  return row && toChange(row);
};
