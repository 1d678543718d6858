import type { Core } from '@strapi/strapi';
import type { Transaction } from '../../strapi/fail-at-commit';
import { ARTICLE } from '../../type-names';
import { readRows } from '../../database/read-rows';
import type { ArticleTimes } from '../article-times';
import { articlesIn, isPostgres, TIMED_COLUMNS, toTimedRow, type TimedRow } from '../stored-times';

type Row = Parameters<typeof toTimedRow>[0];

/**
 * Drafts whose instant has come, the earliest first.
 *
 * @param now by the database's clock
 */
export const findDue = async (
  strapi: Core.Strapi,
  column: 'publish_at' | 'unpublish_at',
  now: Date,
  limit: number,
): Promise<TimedRow[]> => {
  const rows = await readRows<Row>(strapi, strapi.db.metadata.get(ARTICLE).tableName, (articles) =>
    articles
      .select(TIMED_COLUMNS)
      .whereNull('published_at')
      .where(column, '<=', now)
      .orderBy([column, 'id'])
      .limit(limit),
  );
  return rows.map(toTimedRow);
};

/**
 * Takes a row out of what is due, in the open transaction: of any number of nodes one gets it, and where its transaction rolls
 * back or its process dies, the row is due as before.
 *
 * PostgreSQL passes by a row that somebody else has locked, which is due again at the next turn: a bulk publication locks its
 * articles for seconds, and every node would wait for the first of them, with all that is due behind it.
 *
 * @param taken the instants that the row must still have; they are removed
 * @returns whether it was still there, and free
 */
export const claimDue = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { id }: TimedRow,
  taken: Partial<Pick<ArticleTimes, 'publishAt' | 'unpublishAt'>>,
): Promise<boolean> => {
  const columns = { publishAt: 'publish_at', unpublishAt: 'unpublish_at' } as const;
  const instants = Object.entries(taken).map(([field, value]): [string, Date | null] => [
    columns[field as keyof typeof columns],
    value,
  ]);
  const row = () =>
    articlesIn(strapi, trx)
      .where({ id, ...Object.fromEntries(instants) })
      .whereNull('published_at');
  if (isPostgres(strapi)) {
    const free = await row().select('id').forNoKeyUpdate().skipLocked();
    if (free.length === 0) return false;
  }
  const changed: number = await row().update(Object.fromEntries(instants.map(([column]) => [column, null])));
  return changed === 1;
};
