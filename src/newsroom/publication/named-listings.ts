import type { Core } from '@strapi/strapi';
import { quotesPlugin } from '../quotes-plugin';
import { ARTICLE } from '../type-names';
import type { ArticleText } from './read-articles';

/** A listing as the text names it. */
export interface NamedListing {
  symbol: string;
  exchange: string | null;
}

/** What an article names. */
export interface Named {
  mentions: (NamedListing & { field: string })[];
  wanted: unknown[];
  unresolved: (NamedListing & { reason: string })[];
}

/** The plugin's word on what an article names; it tells without touching anything. */
interface ListingReader {
  named(draft: {
    model: ReturnType<Core.Strapi['contentType']>;
    documentId: string | undefined;
    locale: string;
    entry: object;
    linkedTickers: string[];
  }): Promise<Named>;
  namedByPublication(publication: {
    model: ReturnType<Core.Strapi['contentType']>;
    documentId: string;
    ids: readonly number[];
  }): Promise<ReadonlyMap<number, Named>>;
}

/** Without the plugin no article has quotes, and no mention is looked for. */
const listingReader = (strapi: Core.Strapi): ListingReader | undefined =>
  quotesPlugin(strapi)?.service<ListingReader>('capture');

/** What an article names where nothing is looked for. */
export const NOTHING: Named = { mentions: [], wanted: [], unresolved: [] };

/** What each of these entries of an article names, by id; to be asked inside the transaction that publishes them. */
export const namedByPublication = async (
  strapi: Core.Strapi,
  documentId: string,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Named>> =>
  (await listingReader(strapi)?.namedByPublication({
    model: strapi.contentType(ARTICLE),
    documentId,
    ids,
  })) ?? new Map();

/** What a version that is not published names. */
export const namedInText = async (strapi: Core.Strapi, version: ArticleText): Promise<Named> =>
  (await listingReader(strapi)?.named({
    model: strapi.contentType(ARTICLE),
    documentId: version.documentId,
    locale: version.locale,
    entry: version,
    linkedTickers: version.tickers.map((ticker) => ticker.documentId),
  })) ?? NOTHING;
