import type { Core } from '@strapi/strapi';
import { applicableDisclaimers } from '../disclaimers/applicable-disclaimers';
import type { ChosenDisclaimer } from '../disclaimers/disclaimer';
import { publishedDisclaimers } from '../disclaimers/read-disclaimers';
import type { ArticleFacts } from '../rules/rules';
import { ARTICLE } from '../type-names';

/** A version of an article: its draft, or what was just published. */
export interface ArticleEntry {
  id: number;
  documentId: string;
  locale: string;
  kind: string | null;
  byline: string | null;
  tickers: { documentId: string }[];
}

/** The plugin's word on what an article names; it tells without touching anything. */
interface PublicationPreview {
  preview(draft: {
    model: ReturnType<Core.Strapi['contentType']>;
    documentId: string;
    locale: string;
    entry: object;
    linkedTickers: string[];
  }): Promise<{ wanted: unknown[]; unresolved: { symbol: string; reason: string }[] }>;
}

/** Components and dynamic zones, which may hold text that names listings. */
const textPopulate = (strapi: Core.Strapi): Record<string, object> =>
  Object.fromEntries(
    Object.entries<{ type: string }>(strapi.contentType(ARTICLE).attributes)
      .filter(([, { type }]) => type === 'component' || type === 'dynamiczone')
      .map(([name]) => [name, { populate: '*' }]),
  );

/** Reads versions of articles, by id, as {@link createFactsReader} needs them. */
export const readArticleEntries = (strapi: Core.Strapi, ids: readonly number[]): Promise<ArticleEntry[]> =>
  strapi.db.query(ARTICLE).findMany({
    where: { id: { $in: ids } },
    populate: { ...textPopulate(strapi), tickers: { select: ['documentId'] } },
    orderBy: { id: 'asc' },
  });

/** What the draft of each of these versions has linked: publishing drops what is not published itself. */
const chosenDisclaimers = async (
  strapi: Core.Strapi,
  { documentId, locale }: ArticleEntry,
): Promise<ChosenDisclaimer[]> => {
  const draft: { disclaimers: ChosenDisclaimer[] } | null = await strapi.db.query(ARTICLE).findOne({
    select: ['id'],
    where: { documentId, locale, publishedAt: null },
    populate: { disclaimers: { select: ['documentId', 'key', 'name'] } },
  });
  return draft?.disclaimers ?? [];
};

/** Finds out what publishing an article means: what it must carry, and what speaks against it. */
export const createFactsReader = async (strapi: Core.Strapi) => {
  const published = await publishedDisclaimers(strapi);
  const defaultLocale: string = await strapi.plugin('i18n').service('locales').getDefaultLocale();

  return async (entry: ArticleEntry): Promise<ArticleFacts> => {
    const { documentId, locale, kind, byline } = entry;
    // Without the plugin (QUOTES_ENABLED=false) no article has quotes, and no mention is looked for.
    const capture = strapi.plugin('quote-snapshots')?.service<PublicationPreview>('capture');
    const named = await capture?.preview({
      model: strapi.contentType(ARTICLE),
      documentId,
      locale,
      entry,
      linkedTickers: entry.tickers.map((ticker) => ticker.documentId),
    });
    const disclaimers = applicableDisclaimers({
      published,
      chosen: await chosenDisclaimers(strapi, entry),
      locale,
      defaultLocale,
      hasQuotes: (named?.wanted.length ?? 0) > 0,
    });
    return { locale, kind, byline, disclaimers, unresolved: named?.unresolved ?? [] };
  };
};
