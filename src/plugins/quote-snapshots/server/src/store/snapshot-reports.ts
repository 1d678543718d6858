import type { Core } from '@strapi/strapi';
import { SNAPSHOT_UID } from '../plugin-names';
import { ownQuery } from './own-query';
import type { SnapshotRow, SnapshotState } from './snapshot-row';
import { tableNameOf } from '../strapi/tables';

/** What people are told of the record, in the admin UI and the status: the part of the snapshot store that only reads. */
export const createSnapshotReports = (strapi: Core.Strapi) => {
  const query = () => ownQuery(strapi);

  return {
    /** How many rows wait, since when, and what current rows without a figure failed of. */
    async summary(): Promise<{
      pending: number;
      oldestPendingAt: Date | null;
      failures: { code: string; count: number }[];
    }> {
      const pending = await query().count({ where: { state: 'pending' } });
      const oldest: SnapshotRow | null = await query().findOne({
        select: ['createdAt'],
        where: { state: 'pending' },
        orderBy: { createdAt: 'asc' },
      });
      const failed: { failure_code: string | null; count: string | number }[] = await strapi.db
        .getConnection(tableNameOf(strapi, SNAPSHOT_UID))
        .select('failure_code')
        .count({ count: '*' })
        .where('state', 'unavailable')
        .where('current', true)
        .groupBy('failure_code');
      const failures = failed.map(({ failure_code, count }) => ({
        code: failure_code ?? 'unresolved-mention',
        count: Number(count),
      }));
      return { pending, oldestPendingAt: oldest && new Date(oldest.createdAt), failures };
    },

    /** Which unfinished rows would replace these ones (documentIds), oldest first. */
    async replacements(documentIds: string[]): Promise<SnapshotRow[]> {
      if (documentIds.length === 0) return [];
      return query().findMany({
        where: {
          supersedes: { $in: documentIds },
          current: false,
          state: { $in: ['pending', 'unavailable'] },
        },
        orderBy: { id: 'asc' },
      });
    },

    /** The rows of a document in a locale that are no longer current, latest first. */
    async earlier(
      relatedType: string,
      relatedKey: string,
      { page, pageSize }: { page: number; pageSize: number },
    ): Promise<SnapshotRow[]> {
      return query().findMany({
        where: { relatedType, relatedKey, current: false },
        orderBy: { id: 'desc' },
        offset: (page - 1) * pageSize,
        limit: pageSize,
      });
    },

    async countEarlier(relatedType: string, relatedKey: string): Promise<number> {
      return query().count({ where: { relatedType, relatedKey, current: false } });
    },

    /** How many current rows of each state these documents have. */
    async countStates(
      relatedType: string,
      relatedKeys: string[],
    ): Promise<{ relatedKey: string; state: SnapshotState; count: number }[]> {
      const counts: { relatedKey: string; state: SnapshotState; count: number | string }[] = await strapi.db
        .getConnection(tableNameOf(strapi, SNAPSHOT_UID))
        .select({ relatedKey: 'related_key', state: 'state' })
        .count({ count: '*' })
        .where({ related_type: relatedType, current: true })
        .whereIn('related_key', relatedKeys)
        .groupBy('related_key', 'state');
      // PostgreSQL counts in bigint, which arrives as text.
      return counts.map((row) => ({ ...row, count: Number(row.count) }));
    },

    /** The publications of a type with current rows that failed, or that wait since before a moment; latest first. */
    async unsettled(
      relatedType: string,
      waitingSince: Date,
      limit: number,
    ): Promise<
      { documentId: string; locale: string | null; pending: number; failed: number; publishedAt: Date }[]
    > {
      const rows: SnapshotRow[] = await query().findMany({
        select: ['relatedDocumentId', 'relatedLocale', 'relatedPublishedAt', 'state', 'relatedKey'],
        where: {
          relatedType,
          current: true,
          $or: [{ state: 'unavailable' }, { state: 'pending', relatedPublishedAt: { $lt: waitingSince } }],
        },
        orderBy: [{ relatedPublishedAt: 'desc' }, { id: 'desc' }],
        limit,
      });
      const publications = new Map<string, SnapshotRow[]>();
      for (const row of rows)
        publications.set(row.relatedKey, [...(publications.get(row.relatedKey) ?? []), row]);
      return [...publications.values()].flatMap((ofOne) => {
        const [latest] = ofOne;
        if (!latest) return [];
        const pending = ofOne.filter(({ state }) => state === 'pending').length;
        return {
          documentId: latest.relatedDocumentId,
          locale: latest.relatedLocale,
          pending,
          failed: ofOne.length - pending,
          publishedAt: new Date(latest.relatedPublishedAt),
        };
      });
    },
  };
};
