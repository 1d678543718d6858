import type { Core } from '@strapi/strapi';
import type { ListingsService } from 'strapi-plugin-quote-snapshots/strapi-server';
import { quotesPlugin } from '../quotes-plugin';
import { ARTICLE } from '../type-names';

/** The `populate` with which an article has all of the text that may name listings. */
export const populateText = (strapi: Core.Strapi): Record<string, object> =>
  quotesPlugin(strapi)?.service<ListingsService>('listings').populateText(strapi.contentType(ARTICLE)) ?? {};
