import type { Core } from '@strapi/strapi';
import { applicableDisclaimers } from '../disclaimers/applicable-disclaimers';
import type { ChosenDisclaimer } from '../disclaimers/disclaimer';
import { publishedDisclaimers } from '../disclaimers/read-disclaimers';
import { quotesPlugin } from '../quotes-plugin';
import type { ArticleFacts } from '../rules/rules';
import { ARTICLE } from '../type-names';

/** A version of an article: its draft, what was just published, or what stands in a form. */
export interface ArticleVersion {
  /** Absent where the article has never been saved. */
  documentId?: string;
  locale: string;
  kind: string | null;
  byline: string | null;
  tickers: readonly { documentId: string }[];
  /** The disclaimers that an editor linked to its draft. */
  chosen: readonly ChosenDisclaimer[];
}

/** A version that is in the database. */
export interface ArticleEntry extends ArticleVersion {
  id: number;
  documentId: string;
}

/** A listing as the text names it. */
interface NamedListing {
  symbol: string;
  exchange: string | null;
}

/** The plugin's word on what an article names; it tells without touching anything. */
interface ListingReader {
  named(draft: {
    model: ReturnType<Core.Strapi['contentType']>;
    documentId: string | undefined;
    locale: string;
    entry: object;
    linkedTickers: string[];
  }): Promise<{
    mentions: (NamedListing & { field: string })[];
    wanted: unknown[];
    unresolved: (NamedListing & { reason: string })[];
  }>;
}

const isSame = (one: NamedListing, other: NamedListing): boolean =>
  one.symbol === other.symbol && one.exchange === other.exchange;

/** Components and dynamic zones, which may hold text that names listings. */
const textPopulate = (strapi: Core.Strapi): Record<string, object> =>
  Object.fromEntries(
    Object.entries<{ type: string }>(strapi.contentType(ARTICLE).attributes)
      .filter(([, { type }]) => type === 'component' || type === 'dynamiczone')
      .map(([name]) => [name, { populate: '*' }]),
  );

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

/** Reads versions of articles, by id, as {@link createFactsReader} needs them. */
export const readArticleEntries = async (
  strapi: Core.Strapi,
  ids: readonly number[],
): Promise<ArticleEntry[]> => {
  const entries: Omit<ArticleEntry, 'chosen'>[] = await strapi.db.query(ARTICLE).findMany({
    where: { id: { $in: ids } },
    populate: { ...textPopulate(strapi), tickers: { select: ['documentId'] } },
    orderBy: { id: 'asc' },
  });
  const read: ArticleEntry[] = [];
  // One after the other: in a transaction they share its connection.
  for (const entry of entries) read.push({ ...entry, chosen: await chosenDisclaimers(strapi, entry) });
  return read;
};

/** Finds out what publishing an article means: what it must carry, and what speaks against it. */
export const createFactsReader = async (strapi: Core.Strapi) => {
  const published = await publishedDisclaimers(strapi);
  const defaultLocale: string = await strapi.plugin('i18n').service('locales').getDefaultLocale();

  return async (version: ArticleVersion): Promise<ArticleFacts> => {
    const { documentId, locale, kind, byline, chosen } = version;
    // Without the plugin no article has quotes, and no mention is looked for.
    const capture = quotesPlugin(strapi)?.service<ListingReader>('capture');
    const named = await capture?.named({
      model: strapi.contentType(ARTICLE),
      documentId,
      locale,
      entry: version,
      linkedTickers: version.tickers.map((ticker) => ticker.documentId),
    });
    const disclaimers = applicableDisclaimers({
      published,
      chosen,
      locale,
      defaultLocale,
      hasQuotes: (named?.wanted.length ?? 0) > 0,
    });
    const unresolved = (named?.unresolved ?? []).map((mention) => ({
      ...mention,
      field: named?.mentions.find((one) => isSame(one, mention))?.field ?? 'body',
    }));
    return { locale, kind, byline, disclaimers, unresolved };
  };
};
