import type { Core } from '@strapi/strapi';
import type { EntryListings, ListingsService } from 'strapi-plugin-quote-snapshots/strapi-server';
import { quotesPlugin } from '../quotes-plugin';
import { ARTICLE } from '../type-names';
import type { ArticleText } from './read-articles';

/** Undefined without the plugin. Then no article has quotes, and mentions are not detected. */
const listings = (strapi: Core.Strapi): ListingsService | undefined =>
  quotesPlugin(strapi)?.service<ListingsService>('listings');

/** The result without the plugin. */
export const NOTHING: EntryListings = { mentions: [], wanted: [], unresolved: [] };

/** The listings that each of these entries names, by id. Must be called inside the transaction that publishes them. */
export const findNamedByPublication = async (
  strapi: Core.Strapi,
  documentId: string,
  ids: readonly number[],
): Promise<ReadonlyMap<number, EntryListings>> =>
  (await listings(strapi)?.ofPublication({ model: strapi.contentType(ARTICLE), documentId, ids })) ??
  new Map();

/** The listings that an unpublished version names. */
export const findNamedInText = async (strapi: Core.Strapi, version: ArticleText): Promise<EntryListings> =>
  (await listings(strapi)?.ofDraft({
    model: strapi.contentType(ARTICLE),
    documentId: version.documentId,
    locale: version.locale,
    entry: { ...version },
    linkedTickers: version.tickers.map((ticker) => ticker.documentId),
  })) ?? NOTHING;
