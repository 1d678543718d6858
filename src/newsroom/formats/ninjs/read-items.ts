import type { Core } from '@strapi/strapi';
import { siteNameOf, siteOf } from '../../site-environment';
import { defaultLocale } from '../../strapi/locales';
import type { HasRight } from '../../strapi/public-rights';
import { readConsistently } from '../../strapi/read-consistently';
import { readArticleWithBody } from '../articles/read-articles';
import { formatCursor, type Since } from '../publications/cursor';
import { readChanges, type Change } from '../publications/read-changes';
import { canceledItem, usableItem, type NinjsItem } from './ninjs-item';

/** The most items of one answer, and the number of characters after which an answer ends, because one body may have a million. */
const MOST_ITEMS = 50;
const MOST_CHARACTERS = 2_000_000;

/** The answer to a partner. */
export interface NinjsList {
  data: NinjsItem[];
  meta: {
    /** The value for `since` in the next request. */
    cursor: string;
    /** Whether the next request would be answered with more at once. */
    more: boolean;
  };
}

/** The item for a change, with the article as it is now: `canceled` if it is not published. */
export const itemOf = async (strapi: Core.Strapi, has: HasRight, change: Change): Promise<NinjsItem> => {
  const article = await readArticleWithBody(strapi, has, change.documentId, change.locale);
  const site = siteOf(strapi);
  return article
    ? usableItem(article, change, site, siteNameOf(strapi), await defaultLocale(strapi))
    : canceledItem(change, site);
};

/**
 * The articles that changed since a position or a time, in the order of commits, each once, as it is now.
 *
 * @throws ValidationError for a cursor of another database
 */
export const readItems = async (strapi: Core.Strapi, has: HasRight, since: Since): Promise<NinjsList> => {
  const [list] = await readConsistently(strapi, async (): Promise<NinjsList[]> => {
    // One more is read, to know whether there is more.
    const { start, changes } = await readChanges(strapi, since, MOST_ITEMS + 1);
    const data: NinjsItem[] = [];
    let characters = 0;
    let place = start;
    // Read one after the other, so that only the bodies of this answer are in memory.
    for (const change of changes.slice(0, MOST_ITEMS)) {
      if (characters > MOST_CHARACTERS) break;
      const item = await itemOf(strapi, has, change);
      data.push(item);
      characters += JSON.stringify(item).length;
      place = change.place;
    }
    return [{ data, meta: { cursor: formatCursor(place), more: data.length < changes.length } }];
  });
  if (!list) throw new Error('The list of items was not read.');
  return list;
};
