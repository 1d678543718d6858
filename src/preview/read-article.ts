import type { Core } from '@strapi/strapi';
import type { QuoteFigures } from './figures';
import type { PreviewTarget } from './preview-link';

export interface PreviewSnapshot extends Omit<QuoteFigures, 'price'> {
  instrument: string;
  symbol: string;
  mic: string;
  price: number | null;
  state: 'pending' | 'captured' | 'unavailable' | 'voided';
  quotedAt: string | null;
  capturedAt: string | null;
  relatedPublishedAt: string | null;
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
const DISCLAIMER = 'api::disclaimer.disclaimer';

/** An article as a reader would get it, or null where there is none in that locale and state. */
export const readArticle = async (
  strapi: Core.Strapi,
  { documentId, locale, status }: PreviewTarget,
): Promise<PreviewArticle | null> => {
  const article = await strapi.documents(ARTICLE).findOne({
    documentId,
    locale,
    status,
    populate: ['cover', 'quoteSnapshots'],
  });
  // A draft has no quotes of its own: those of its publication are what publishing it again would keep.
  const quoted =
    article && status === 'draft'
      ? await strapi.documents(ARTICLE).findOne({
          documentId,
          locale,
          status: 'published',
          fields: ['documentId'],
          populate: ['quoteSnapshots'],
        })
      : article;
  // What the plugin puts on the article at start is not in Strapi's generated types.
  const { quoteSnapshots = [] } = (quoted ?? {}) as unknown as Partial<PreviewArticle>;
  return article && ({ ...article, quoteSnapshots } as unknown as PreviewArticle);
};

/** The texts of the disclaimers that stand beside an article: those that apply by themselves, then the chosen ones. */
export const readDisclaimers = async (
  strapi: Core.Strapi,
  { documentId, locale, status }: PreviewTarget,
  hasQuotes: boolean,
): Promise<string[]> => {
  const kinds = hasQuotes ? ['every-article', 'articles-with-quotes'] : ['every-article'];
  const general = await strapi.documents(DISCLAIMER).findMany({
    locale,
    status: 'published',
    filters: { appliesTo: { $in: kinds as ('every-article' | 'articles-with-quotes')[] } },
  });
  const article = await strapi
    .documents(ARTICLE)
    .findOne({ documentId, locale, status, fields: ['documentId'], populate: { disclaimers: true } });
  const chosen = await strapi.documents(DISCLAIMER).findMany({
    locale,
    status: 'published',
    filters: { documentId: { $in: (article?.disclaimers ?? []).map((one) => one.documentId) } },
  });
  const texts = [...general, ...chosen].map(({ text }) => text ?? '');
  return [...new Set(texts)].filter((text) => text !== '');
};
