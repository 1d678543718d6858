import type { Core } from '@strapi/strapi';
import { readLocales } from '../strapi/locales';
import { permissionChecker } from '../strapi/permission-checker';
import { toDatabaseQuery } from '../strapi/query-params';
import { ARTICLE } from '../type-names';
import { readableOfGone } from '../visibility/gone-entries';
import { asksForLocaleOnly, onRecordedLocale } from '../visibility/locale-conditions';
import { NO_ENTRY, type Query } from '../visibility/visibility';

/** The documentIds of the articles that match the conditions of a permission in one locale, as a subquery. */
const articlesMatching = (strapi: Core.Strapi, filters: Query, locale: string) => {
  const { where } = toDatabaseQuery(strapi, ARTICLE, { filters });
  const articles = strapi.db.entityManager
    .createQueryBuilder(ARTICLE)
    .where({ $and: [(where ?? {}) as Query, { locale }] })
    .select(['documentId'])
    .getKnexQuery();
  return strapi.db.connection.select('document_id').from(articles.as('readable'));
};

/**
 * The lines of the list of acts about articles that a user may read, as conditions for `strapi.db.query`. If their permission has
 * conditions other than the locale, lines of deleted articles are left out, because those conditions can no longer be checked.
 *
 * @param ability as Strapi stores it in `ctx.state`
 */
export const readableActs = async (strapi: Core.Strapi, ability: unknown): Promise<Query> => {
  const may = permissionChecker(strapi, ability, ARTICLE);
  if (may.cannot.read()) return NO_ENTRY;
  const { filters } = await may.sanitizedQuery.read({});
  if (filters === undefined || filters === null) return {};
  const { all } = await readLocales(strapi);
  if (!asksForLocaleOnly(filters)) {
    return {
      $or: all.map((locale) => ({
        articleLocale: locale,
        articleDocumentId: { $in: articlesMatching(strapi, filters as Query, locale) },
      })),
    };
  }
  const ofLocales = onRecordedLocale(filters, 'articleLocale');
  // The list also has lines in locales that the newsroom has since removed.
  const mayReadFormer = (await readableOfGone(strapi, ability, ARTICLE, 'none'))();
  return mayReadFormer ? { $or: [ofLocales, { articleLocale: { $notIn: [...all] } }] } : ofLocales;
};
