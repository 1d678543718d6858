import type { Core } from '@strapi/strapi';
import { ownQuery } from '../own-query';
import type { SnapshotRow } from '../snapshot-row';

export interface PublicationTrouble {
  documentId: string;
  locale: string | null;
  pending: number;
  failed: number;
  publishedAt: Date;
}

/** The publications of a type with current rows that failed, or that wait since before a moment; latest first. */
export const findTroubledPublications = async (
  strapi: Core.Strapi,
  relatedType: string,
  waitingSince: Date,
  limit: number,
): Promise<PublicationTrouble[]> => {
  const rows: SnapshotRow[] = await ownQuery(strapi).findMany({
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
};
