import type { Core } from '@strapi/strapi';
import { databaseTime } from '../newsroom/clock/database-time';
import { factsOfVersion } from '../newsroom/publication/article-facts';
import { findEmbargo } from '../newsroom/publication/embargo-hindrance';
import { readDrafts } from '../newsroom/publication/read-articles';
import { quotesPlugin } from '../newsroom/quotes-plugin';
import type { AppliedDisclaimer, ArticleContent, Snapshot } from '../article/article';
import type { PreviewTarget } from './signed-link';

/** An article with its quotes, as its page shows it. */
export type PreviewArticle = ArticleContent & {
  quoteSnapshots: Snapshot[];
  /** ISO 8601. When the embargo of the article ends, whichever locale it was entered in; null if none holds now. */
  embargoUntil: string | null;
};

const ARTICLE = 'api::article.article';

/** An article as a reader would get it, or null if there is none with that locale and status. */
export const readArticle = async (
  strapi: Core.Strapi,
  { documentId, locale, status }: PreviewTarget,
): Promise<PreviewArticle | null> => {
  const hasQuotes = quotesPlugin(strapi) !== undefined;
  const article = await strapi.documents(ARTICLE).findOne({
    documentId,
    locale,
    status,
    populate: hasQuotes ? ['cover', 'quoteSnapshots'] : ['cover'],
  });
  // A draft has no quotes. Publishing it again would keep those of its published version.
  const quoted =
    article && hasQuotes && status === 'draft'
      ? await strapi.documents(ARTICLE).findOne({
          documentId,
          locale,
          status: 'published',
          fields: ['documentId'],
          populate: ['quoteSnapshots'],
        })
      : article;
  // Strapi's generated types lack the attribute that the plugin adds at start.
  const { quoteSnapshots = [] } = (quoted ?? {}) as unknown as Partial<PreviewArticle>;
  if (!article) return null;
  const embargo = await findEmbargo(strapi, documentId, await databaseTime(strapi));
  const embargoUntil = embargo?.until.toISOString() ?? null;
  return { ...article, quoteSnapshots, embargoUntil } as unknown as PreviewArticle;
};

/**
 * The texts of the disclaimers beside an article. A published article keeps those that it was published with. A draft shows those
 * that it would get if it were published now.
 */
export const readDisclaimers = async (
  strapi: Core.Strapi,
  { documentId, locale, status }: PreviewTarget,
): Promise<AppliedDisclaimer[]> => {
  const version = await strapi
    .documents(ARTICLE)
    .findOne({ documentId, locale, status, fields: ['documentId'], populate: { appliedDisclaimers: true } });
  if (status === 'published') {
    return (version?.appliedDisclaimers ?? []).flatMap(({ text, language }) =>
      text ? [{ text, language: language ?? null }] : [],
    );
  }
  const [draft] = version ? await readDrafts(strapi, { id: Number(version.id) }) : [];
  if (!draft) return [];
  const { disclaimers } = await factsOfVersion(strapi, draft);
  return disclaimers.flatMap(({ published }) =>
    published ? [{ text: published.text, language: published.locale }] : [],
  );
};
