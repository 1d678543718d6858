import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { ChosenDisclaimer } from '../disclaimers/disclaimer';
import { ARTICLE, DISCLAIMER } from '../type-names';
import type { ArticleText, SavedDraft } from './read-articles';

const documentId = z.string().min(1).max(255);

/** More than any editor links to an article. */
const MOST_LINKS = 1_000;

/** The links that a form adds and removes: documentIds. */
const links = z.strictObject({
  connect: z.array(documentId).max(MOST_LINKS),
  disconnect: z.array(documentId).max(MOST_LINKS),
});

/** An article as it stands in the form of the admin UI, saved or not. */
export const articleForm = z.strictObject({
  documentId: documentId.optional(),
  locale: z.string().min(2).max(35).optional(),
  /** Values of attributes. Attributes that are absent are as they were saved. */
  entry: z.record(z.string(), z.unknown()),
  tickers: links,
  disclaimers: links,
});

export type ArticleForm = z.infer<typeof articleForm>;

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The links after the form is saved: the saved ones, without those that it removes, and with those that it adds. */
const applyLinkChanges = <T extends { documentId: string }>(
  saved: readonly T[],
  added: readonly T[],
  { disconnect }: ArticleForm['tickers'],
): T[] =>
  [...new Map([...saved, ...added].map((item) => [item.documentId, item])).values()].filter(
    (item) => !disconnect.includes(item.documentId),
  );

/** Drafts of disclaimers, for their names. If there is one in the article's locale, it comes last. */
const findDisclaimers = async (
  strapi: Core.Strapi,
  documentIds: readonly string[],
  locale: string,
): Promise<ChosenDisclaimer[]> => {
  if (documentIds.length === 0) return [];
  const rows: (ChosenDisclaimer & { locale: string })[] = await strapi.db.query(DISCLAIMER).findMany({
    select: ['documentId', 'key', 'name', 'locale'],
    where: { documentId: { $in: documentIds }, publishedAt: null },
  });
  return rows.sort((a, b) => Number(a.locale === locale) - Number(b.locale === locale));
};

/**
 * The version that saving a form would make.
 *
 * @param saved the saved draft; undefined if there is none in this locale
 */
export const versionInForm = async (
  strapi: Core.Strapi,
  form: ArticleForm,
  locale: string,
  saved: SavedDraft | undefined,
): Promise<ArticleText> => {
  const { attributes } = strapi.contentType(ARTICLE);
  const values = Object.fromEntries(Object.entries(form.entry).filter(([name]) => name in attributes));
  const merged: Record<string, unknown> = { ...saved, ...values };
  return {
    ...merged,
    ...(saved ? { documentId: saved.documentId } : {}),
    locale,
    kind: textOrNull(merged.kind),
    byline: textOrNull(merged.byline),
    tickers: applyLinkChanges(
      saved?.tickers ?? [],
      form.tickers.connect.map((id) => ({ documentId: id })),
      form.tickers,
    ),
    chosen: applyLinkChanges(
      saved?.chosen ?? [],
      await findDisclaimers(strapi, form.disclaimers.connect, locale),
      form.disclaimers,
    ),
  };
};
