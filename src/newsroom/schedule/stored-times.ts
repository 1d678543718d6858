import type { Core } from '@strapi/strapi';
import type { Transaction } from '../strapi/fail-at-commit';
import { ARTICLE } from '../type-names';
import { NO_TIMES, TIME_FIELDS, type ArticleTimes, type TimeField } from './article-times';

/** A row of the table of articles: a draft or a published version. */
export interface TimedRow extends ArticleTimes {
  id: number;
  documentId: string;
  locale: string;
  isPublished: boolean;
}

/** The times of a version that are set, for the list of acts. */
export const instantsOf = (version: TimedRow): Record<string, Date> =>
  Object.fromEntries(
    TIME_FIELDS.flatMap((field) => {
      const value = version[field];
      return value ? [[field, value]] : [];
    }),
  );

/** The end of the latest embargo of these versions. */
export const latestEmbargo = (versions: readonly TimedRow[]): Date | undefined =>
  versions
    .flatMap(({ embargoUntil }) => embargoUntil ?? [])
    .sort((one, other) => one.getTime() - other.getTime())
    .at(-1);

const COLUMNS: Readonly<Record<TimeField, string>> = {
  publishAt: 'publish_at',
  unpublishAt: 'unpublish_at',
  embargoUntil: 'embargo_until',
  proposedPublishAt: 'proposed_publish_at',
  proposedUnpublishAt: 'proposed_unpublish_at',
};

type Stored = Date | number | string | null;
type Row = { id: number; document_id: string; locale: string; published_at: Stored } & Record<string, Stored>;

/** SQLite returns numbers, PostgreSQL dates. */
const toDate = (value: Stored | undefined): Date | null =>
  value === null || value === undefined ? null : new Date(value);

export const toTimedRow = (row: Row): TimedRow => ({
  id: row.id,
  documentId: row.document_id,
  locale: row.locale,
  isPublished: row.published_at !== null,
  ...NO_TIMES,
  ...Object.fromEntries(TIME_FIELDS.map((field) => [field, toDate(row[COLUMNS[field]])])),
});

export const isPostgres = (strapi: Core.Strapi): boolean => strapi.db.dialect.client === 'postgres';

/** The table of articles in an open transaction. */
export const articlesIn = (strapi: Core.Strapi, trx: Transaction) =>
  strapi.db.getConnection(strapi.db.metadata.get(ARTICLE).tableName).transacting(trx);

/** The columns of a {@link TimedRow}, for knex. */
export const TIMED_COLUMNS = ['id', 'document_id', 'locale', 'published_at', ...Object.values(COLUMNS)];

/**
 * Locks all versions of a document until the transaction ends, and reads them. So a schedule, an embargo and a publication of the
 * same article wait for each other. SQLite has one writer at a time and needs no lock.
 *
 * On PostgreSQL a separate statement takes the locks. A statement that waits for another transaction sees only the rows that
 * existed when it began. With one statement, an embargo missed the version that was being published.
 */
export const lockVersions = async (
  strapi: Core.Strapi,
  trx: Transaction,
  documentId: string,
): Promise<TimedRow[]> => {
  const versions = () => articlesIn(strapi, trx).where({ document_id: documentId }).orderBy('id');
  if (isPostgres(strapi)) await versions().select('id').forNoKeyUpdate();
  const rows: Row[] = await versions().select(TIMED_COLUMNS);
  return rows.map(toTimedRow);
};

/** Writes only the times of rows, without changing `updatedAt`. */
export const writeTimes = async (
  strapi: Core.Strapi,
  trx: Transaction,
  ids: readonly number[],
  times: Partial<ArticleTimes>,
): Promise<void> => {
  const values = Object.entries(times).map(([field, value]) => [COLUMNS[field as TimeField], value]);
  if (ids.length === 0 || values.length === 0) return;
  await articlesIn(strapi, trx)
    .whereIn('id', [...ids])
    .update(Object.fromEntries(values));
};
