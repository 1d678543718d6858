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

/** An embargo of an article. It holds for all locales. */
export interface Embargo {
  until: Date;
  /** The locale in which it was entered. */
  locale: string;
}

/**
 * The embargoes of articles, by documentId, including those that are over. An article may have one in each locale: the latest holds
 * for all of them.
 */
export const findEmbargoes = async (
  strapi: Core.Strapi,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, Embargo>> => {
  // The embargo holds whoever the caller is. The caller of this function decides what they may learn about it.
  const under: { documentId: string; locale: string; embargoUntil: string }[] = await readUnrestricted(() =>
    strapi.db.query(ARTICLE).findMany({
      select: ['documentId', 'locale', 'embargoUntil'],
      where: { documentId: { $in: documentIds }, publishedAt: null, embargoUntil: { $notNull: true } },
      // The map keeps the last, and so the latest, embargo of each document.
      orderBy: { embargoUntil: 'asc' },
    }),
  );
  return new Map(
    under.map(({ documentId, locale, embargoUntil }) => [
      documentId,
      { until: new Date(embargoUntil), locale },
    ]),
  );
};

/** The ends of embargoes, by documentId. See {@link findEmbargoes}. */
export const readEmbargoes = async (
  strapi: Core.Strapi,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> =>
  new Map(
    [...(await findEmbargoes(strapi, documentIds))].map(([documentId, { until }]) => [documentId, until]),
  );

/**
 * The embargo that holds now for an article in all of its locales; undefined if there is none, or if it is over.
 *
 * @param now from the database's clock
 */
export const findEmbargo = async (
  strapi: Core.Strapi,
  documentId: string,
  now: Date,
): Promise<Embargo | undefined> => {
  const embargo = (await findEmbargoes(strapi, [documentId])).get(documentId);
  return embargo && embargo.until > now ? embargo : undefined;
};
