import type { Core } from '@strapi/strapi';
import { marketTimeZone } from 'strapi-plugin-quote-snapshots/instruments';
import { findNamedInText } from '../publication/named-listings';
import { readDrafts } from '../publication/read-articles';
import type { Market } from './market';

/** The market of the newsroom, for articles without listings and for lists of many articles. */
export const newsroomMarket = (strapi: Core.Strapi): Market => strapi.config.get<Market>('newsroom.market');

/** The market of the first listing in a draft whose time zone is known; otherwise the newsroom's market. */
export const findArticleMarket = async (
  strapi: Core.Strapi,
  documentId: string,
  locale: string,
): Promise<Market> => {
  const [draft] = await readDrafts(strapi, { documentId, locale });
  const { wanted } = draft ? await findNamedInText(strapi, draft) : { wanted: [] };
  for (const { mic } of wanted) {
    const timeZone = marketTimeZone(mic);
    if (timeZone !== undefined) return { mic, timeZone };
  }
  return newsroomMarket(strapi);
};
