import type { Core } from '@strapi/strapi';
import { readerTextOf, textHash } from '../newsroom/corrections/reader-text';
import { ARTICLE } from '../newsroom/type-names';

type Version = Readonly<Record<string, unknown>> & { updatedAt: string };

const sameWords = (one: Version, other: Version): boolean =>
  textHash(readerTextOf(one)) === textHash(readerTextOf(other)) &&
  one.kind === other.kind &&
  one.byline === other.byline;

/** Whether readers see the same as the draft says: the draft was not saved since the publication, or its words are the same. */
export const equalsPublished = async (
  strapi: Core.Strapi,
  { documentId, locale }: { documentId: string; locale: string },
): Promise<boolean> => {
  const versions: Version[] = await strapi.db.query(ARTICLE).findMany({ where: { documentId, locale } });
  const draft = versions.find(({ publishedAt }) => publishedAt === null);
  const published = versions.find(({ publishedAt }) => publishedAt !== null);
  if (!draft || !published) return false;
  // The photo and the links are not among the words, so a save that changed only them counts as a change.
  return new Date(draft.updatedAt) <= new Date(published.updatedAt) && sameWords(draft, published);
};
