import type { Core } from '@strapi/strapi';
import { ARTICLE } from '../type-names';
import { readUnrestricted } from '../visibility/unrestricted-reads';

/** The embargo that prevents the publication, as a finding; undefined if there is none. */
export const embargoHindrance = (embargoUntil: string | Date | null | undefined, now: Date) => {
  if (!embargoUntil || new Date(embargoUntil) <= now) return undefined;
  const until = new Date(embargoUntil).toISOString();
  return {
    field: 'embargoUntil',
    fault: 'embargo' as const,
    values: { until },
    message: `The embargo holds until ${until}: schedule the article for that instant, or wait.`,
  };
};

/** The ends of embargoes, by documentId. An embargo that was entered in one locale holds for all of them. */
export const readEmbargoes = async (
  strapi: Core.Strapi,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> => {
  // The embargo holds whoever the caller is. The caller of this function decides what they may learn about it.
  const under: { documentId: string; embargoUntil: string }[] = await readUnrestricted(() =>
    strapi.db.query(ARTICLE).findMany({
      select: ['documentId', 'embargoUntil'],
      where: { documentId: { $in: documentIds }, publishedAt: null, embargoUntil: { $notNull: true } },
      // The map keeps the last, and so the latest, embargo of each document.
      orderBy: { embargoUntil: 'asc' },
    }),
  );
  return new Map(under.map(({ documentId, embargoUntil }) => [documentId, new Date(embargoUntil)]));
};
