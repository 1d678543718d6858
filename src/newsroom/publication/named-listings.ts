import type { Core } from '@strapi/strapi';
import type { EntryListings, ListingsService } from 'strapi-plugin-quote-snapshots/strapi-server';
import { quotesPlugin } from '../quotes-plugin';
import { ARTICLE } from '../type-names';
import type { ArticleText } from './read-articles';

/** Without the plugin no article has quotes, and no mention is looked for. */
const listings = (strapi: Core.Strapi): ListingsService | undefined =>
  quotesPlugin(strapi)?.service<ListingsService>('listings');

/** What an article names where nothing is looked for. */
export const NOTHING: EntryListings = { mentions: [], wanted: [], unresolved: [] };

/** What each of these entries of an article names, by id; to be asked inside the transaction that publishes them. */
export const namedByPublication = async (
  strapi: Core.Strapi,
  documentId: string,
  ids: readonly number[],
): Promise<ReadonlyMap<number, EntryListings>> =>
  (await listings(strapi)?.ofPublication({ model: strapi.contentType(ARTICLE), documentId, ids })) ??
  new Map();

/** What a version that is not published names. */
export const namedInText = async (strapi: Core.Strapi, version: ArticleText): Promise<EntryListings> =>
  (await listings(strapi)?.ofDraft({
    model: strapi.contentType(ARTICLE),
    documentId: version.documentId,
    locale: version.locale,
    entry: { ...version },
    linkedTickers: version.tickers.map((ticker) => ticker.documentId),
  })) ?? NOTHING;
