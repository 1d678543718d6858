import type { Core } from '@strapi/strapi';
import type { ChosenDisclaimer } from '../disclaimers/disclaimer';
import { ARTICLE } from '../type-names';
import { populateText } from './populate-text';

/** A version of an article: its draft, a version that was just published, or the content of a form. */
export interface ArticleVersion {
  locale: string;
  kind: string | null;
  byline: string | null;
  /** The disclaimers that an editor linked to its draft. */
  chosen: readonly ChosenDisclaimer[];
}

/** A version with the text that may name listings. */
export interface ArticleText extends ArticleVersion {
  /** Absent if the article was never saved. */
  documentId?: string;
  tickers: readonly { documentId: string }[];
}

/** The saved draft of an article in one locale. */
export interface SavedDraft extends ArticleText {
  id: number;
  documentId: string;
  tickers: readonly { id: number; documentId: string }[];
  chosen: readonly (ChosenDisclaimer & { id: number })[];
}

/** A version that has just been published, with its text. */
export interface PublishedArticle extends ArticleVersion {
  id: number;
  documentId: string;
  publishedAt: Date | string | number;
  [attribute: string]: unknown;
}

/** The disclaimers that are linked in the draft of each version. Publishing drops links to entries that are not published. */
const chosenDisclaimers = async (
  strapi: Core.Strapi,
  { documentId, locale }: { documentId: string; locale: string },
): Promise<ChosenDisclaimer[]> => {
  const draft: { disclaimers: ChosenDisclaimer[] } | null = await strapi.db.query(ARTICLE).findOne({
    select: ['id'],
    where: { documentId, locale, publishedAt: null },
    populate: { disclaimers: { select: ['documentId', 'key', 'name'] } },
  });
  return draft?.disclaimers ?? [];
};

/** Reads versions that were just published. */
export const readPublishedArticles = async (
  strapi: Core.Strapi,
  ids: readonly number[],
): Promise<PublishedArticle[]> => {
  const entries: PublishedArticle[] = await strapi.db.query(ARTICLE).findMany({
    where: { id: { $in: ids } },
    orderBy: { id: 'asc' },
  });
  const read: PublishedArticle[] = [];
  // One after the other, because they share the transaction's connection.
  for (const entry of entries) read.push({ ...entry, chosen: await chosenDisclaimers(strapi, entry) });
  return read;
};

/** Reads saved drafts with their text and the links that an editor set. */
export const readDrafts = async (strapi: Core.Strapi, where: object): Promise<SavedDraft[]> => {
  const drafts: (Omit<SavedDraft, 'chosen'> & { disclaimers: SavedDraft['chosen'] })[] = await strapi.db
    .query(ARTICLE)
    .findMany({
      where: { ...where, publishedAt: null },
      populate: {
        ...populateText(strapi),
        tickers: { select: ['id', 'documentId'] },
        disclaimers: { select: ['id', 'documentId', 'key', 'name'] },
      },
      orderBy: { id: 'asc' },
    });
  return drafts.map((draft) => ({ ...draft, chosen: draft.disclaimers }));
};
