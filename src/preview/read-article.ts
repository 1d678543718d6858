import type { Core } from '@strapi/strapi';
import { factsOfText } from '../newsroom/publication/article-facts';
import { readDrafts } from '../newsroom/publication/read-articles';
import { quotesPlugin } from '../newsroom/quotes-plugin';
import type { QuoteFigures } from './figures';
import type { PreviewTarget } from './signed-link';

export interface PreviewSnapshot extends Omit<QuoteFigures, 'price'> {
  instrument: string;
  symbol: string;
  mic: string;
  price: number | null;
  state: 'pending' | 'captured' | 'unavailable' | 'voided';
  quotedAt: string | null;
  /** How many minutes after publication the price was taken; null where it was in time. */
  lateMinutes: number | null;
  attribution: string | null;
}

export interface LiveQuote extends QuoteFigures {
  instrument: string;
  symbol: string;
  name: string | null;
}

export interface QuoteBox {
  data: LiveQuote[];
  meta: { attribution: string; delayNotice: string };
}

export interface PreviewArticle {
  title: string;
  summary: string | null;
  byline: string | null;
  publishedAt: string | null;
  body: unknown;
  cover: { url: string; alternativeText: string | null; width: number | null; height: number | null } | null;
  coverCaption: string | null;
  coverCredit: string | null;
  quoteSnapshots: PreviewSnapshot[];
}

const ARTICLE = 'api::article.article';

/** An article as a reader would get it, or null where there is none in that locale and state. */
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
  return article && ({ ...article, quoteSnapshots } as unknown as PreviewArticle);
};

/**
 * The texts of the disclaimers beside an article: a published one keeps those it was published with, a draft shows
 * those that publishing it now would give it.
 */
export const readDisclaimers = async (
  strapi: Core.Strapi,
  { documentId, locale, status }: PreviewTarget,
): Promise<string[]> => {
  const version = await strapi
    .documents(ARTICLE)
    .findOne({ documentId, locale, status, fields: ['documentId'], populate: { appliedDisclaimers: true } });
  if (status === 'published') return (version?.appliedDisclaimers ?? []).flatMap(({ text }) => text ?? []);
  const [draft] = version ? await readDrafts(strapi, { id: Number(version.id) }) : [];
  if (!draft) return [];
  const { disclaimers } = await factsOfText(strapi, draft);
  return disclaimers.flatMap(({ published }) => published?.text ?? []);
};
