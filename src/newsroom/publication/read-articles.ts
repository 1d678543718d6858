import type { Core } from '@strapi/strapi';
import type { ChosenDisclaimer } from '../disclaimers/disclaimer';
import { ARTICLE } from '../type-names';
import { populateText } from './populate-text';

/** A version of an article: its draft, what was just published, or what stands in a form. */
export interface ArticleVersion {
  locale: string;
  kind: string | null;
  byline: string | null;
  /** The disclaimers that an editor linked to its draft. */
  chosen: readonly ChosenDisclaimer[];
}

/** A version whose text is to be read for the listings that it names. */
export interface ArticleText extends ArticleVersion {
  /** Absent where the article has never been saved. */
  documentId?: string;
  tickers: readonly { documentId: string }[];
}

/** The draft of an article as it is saved in one locale. */
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

/** What the draft of each of these versions has linked: publishing drops what is not published itself. */
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

/** Reads what was just published. */
export const readPublishedArticles = async (
  strapi: Core.Strapi,
  ids: readonly number[],
): Promise<PublishedArticle[]> => {
  const entries: PublishedArticle[] = await strapi.db.query(ARTICLE).findMany({
    where: { id: { $in: ids } },
    orderBy: { id: 'asc' },
  });
  const read: PublishedArticle[] = [];
  // One after the other: in a transaction they share its connection.
  for (const entry of entries) read.push({ ...entry, chosen: await chosenDisclaimers(strapi, entry) });
  return read;
};

/** Reads saved drafts, with their text and what an editor linked to them. */
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
