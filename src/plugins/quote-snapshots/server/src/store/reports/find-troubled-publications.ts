import type { Core } from '@strapi/strapi';
import { KEY_COLUMN, SNAPSHOT_UID } from '../../plugin-names';
import { tableNameOf } from '../../strapi/tables';
import { MAY_WANT_A_PERSON } from '../troubled-rows';

export interface PublicationTrouble {
  documentId: string;
  locale: string | null;
  /** The number of its quotes that have been pending since before the given instant. */
  pending: number;
  failed: number;
  publishedAt: Date;
}

interface Wanted {
  /** uid of the content type */
  relatedType: string;
  /** Pending rows of publications after this instant are not counted yet. */
  waitingSince: Date;
  /** The entries whose publications are wanted: a query with the column of their keys. */
  entries: ReturnType<Core.Strapi['db']['connection']['select']>;
  limit: number;
}

/**
 * The publications of a type with current rows that failed, or that have been pending since before an instant; the latest first. It
 * does not check rights: `entries` must contain only what the caller may read.
 *
 * @returns up to `limit` publications, each with all of its rows counted
 */
export const findTroubledPublications = async (
  strapi: Core.Strapi,
  { relatedType, waitingSince, entries, limit }: Wanted,
): Promise<PublicationTrouble[]> => {
  const { connection } = strapi.db;
  // The inner table has one column, so `related_key` is that of the snapshot.
  const entry = connection
    .select(connection.raw('1'))
    .from(entries.as('entries'))
    .whereRaw(`entries.${KEY_COLUMN} = related_key`);
  const found: {
    documentId: string;
    locale: string | null;
    rows: number | string;
    pending: number | string;
    publishedAt: Date | number;
  }[] = await strapi.db
    .getConnection(tableNameOf(strapi, SNAPSHOT_UID))
    .select({ documentId: 'related_document_id', locale: 'related_locale' })
    .count({ rows: '*' })
    .select(connection.raw("count(case when state = 'pending' then 1 end) as pending"))
    .max({ publishedAt: 'related_published_at' })
    .where('related_type', relatedType)
    .whereRaw(MAY_WANT_A_PERSON)
    .whereRaw("(state = 'unavailable' or related_published_at < ?)", [waitingSince])
    .whereExists(entry)
    .groupBy('related_key', 'related_document_id', 'related_locale')
    .orderBy('publishedAt', 'desc')
    .limit(limit);
  return found.map(({ documentId, locale, rows, pending, publishedAt }) => ({
    documentId,
    locale,
    // PostgreSQL counts in bigint, which the driver returns as text.
    pending: Number(pending),
    failed: Number(rows) - Number(pending),
    publishedAt: new Date(publishedAt),
  }));
};
