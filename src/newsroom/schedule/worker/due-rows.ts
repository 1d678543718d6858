import type { Core } from '@strapi/strapi';
import type { Transaction } from '../../strapi/fail-at-commit';
import { ARTICLE } from '../../type-names';
import { readRows } from '../../database/read-rows';
import { articlesIn, isPostgres, TIMED_COLUMNS, toTimedRow, type TimedRow } from '../stored-times';

type Row = Parameters<typeof toTimedRow>[0];

const DUE_COLUMNS = { publishAt: 'publish_at', unpublishAt: 'unpublish_at' } as const;

/**
 * Drafts whose instant has come, the earliest first. Where both have come, the article is due to be published, which holds it back and
 * takes an older version away.
 *
 * @param now by the database's clock
 */
export const findDue = async (
  strapi: Core.Strapi,
  column: 'publish_at' | 'unpublish_at',
  now: Date,
  limit: number,
): Promise<TimedRow[]> => {
  const rows = await readRows<Row>(strapi, strapi.db.metadata.get(ARTICLE).tableName, (articles) => {
    const due = articles.select(TIMED_COLUMNS).whereNull('published_at').where(column, '<=', now);
    if (column === 'unpublish_at') {
      void due.where((row) => void row.whereNull('publish_at').orWhere('publish_at', '>', now));
    }
    return due.orderBy([column, 'id']).limit(limit);
  });
  return rows.map(toTimedRow);
};

/**
 * Narrows a statement to nothing unless it could lock all versions of a document: an editor's write locks them all in order of id, and
 * whoever had locked one alone would wait for it, and it for them. What was locked here is free again when the transaction ends.
 */
const ifFree = (
  strapi: Core.Strapi,
  trx: Transaction,
  documentId: string,
  statement: ReturnType<typeof articlesIn>,
): void => {
  const versions = () => articlesIn(strapi, trx).where({ document_id: documentId });
  const free = versions().select('id').orderBy('id').forNoKeyUpdate().skipLocked();
  // Of no column of the statement: PostgreSQL reads both counts once, before it looks at a row.
  void statement.whereRaw('(select count(*) from ? as free_versions) = ?', [free, versions().count('*')]);
};

/**
 * Takes a row out of what is due, in the open transaction: of any number of nodes one gets it, and where its transaction rolls
 * back or its process dies, the row is due as before.
 *
 * PostgreSQL passes by an article that somebody else has locked, which is due again at the next turn: a bulk publication locks its
 * articles for seconds, and every node would wait for the first of them, with all that is due behind it.
 *
 * @param taken the instants that are removed
 * @returns whether it was still there with the instants that were read, and free
 */
export const claimDue = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { id, documentId, publishAt, unpublishAt }: TimedRow,
  taken: readonly (keyof typeof DUE_COLUMNS)[],
): Promise<boolean> => {
  const row = articlesIn(strapi, trx).where({
    ...{ id, published_at: null, publish_at: publishAt, unpublish_at: unpublishAt },
  });
  if (isPostgres(strapi)) ifFree(strapi, trx, documentId, row);
  const changed: number = await row.update(
    Object.fromEntries(taken.map((field) => [DUE_COLUMNS[field], null])),
  );
  return changed === 1;
};
