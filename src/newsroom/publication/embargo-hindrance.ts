import type { Core } from '@strapi/strapi';
import { ARTICLE } from '../type-names';
import { readUnrestricted } from '../visibility/unrestricted-reads';

/** The embargo that keeps an article back, as a finding. */
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

/** Until when articles are under embargo, by documentId: one that was entered in whichever locale holds for all of them. */
export const readEmbargoes = async (
  strapi: Core.Strapi,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> => {
  // Whoever asks, it holds; what they are told of it is for the caller to say.
  const under: { documentId: string; embargoUntil: string }[] = await readUnrestricted(() =>
    strapi.db.query(ARTICLE).findMany({
      select: ['documentId', 'embargoUntil'],
      where: { documentId: { $in: documentIds }, publishedAt: null, embargoUntil: { $notNull: true } },
      // The last one of a document stays in the map.
      orderBy: { embargoUntil: 'asc' },
    }),
  );
  return new Map(under.map(({ documentId, embargoUntil }) => [documentId, new Date(embargoUntil)]));
};
