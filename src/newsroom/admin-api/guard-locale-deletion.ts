import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { articlesUsing } from '../disclaimers/guard-disclaimers';
import { ARTICLE, DISCLAIMER, SNAPSHOT, WORDING } from '../type-names';

interface LocalesService {
  findById(id: number): Promise<{ code: string } | null>;
  delete(where: { id: number }): Promise<unknown>;
}

const count = async (
  strapi: Core.Strapi,
  uid: typeof ARTICLE | typeof WORDING | typeof SNAPSHOT,
  where: object,
): Promise<number> => (uid in strapi.contentTypes ? await strapi.db.query(uid).count({ where }) : 0);

/** How many disclaimers have a version in this locale that articles hold on to. */
const disclaimersInUse = async (strapi: Core.Strapi, locale: string): Promise<number> => {
  const versions: { documentId: string }[] = await strapi.db
    .query(DISCLAIMER)
    .findMany({ select: ['documentId'], where: { locale } });
  let used = 0;
  for (const documentId of new Set(versions.map((version) => version.documentId))) {
    if ((await articlesUsing(strapi, documentId, [locale])) > 0) used += 1;
  }
  return used;
};

/** What readers were or are shown in a locale, in words with numbers. */
const describeContent = async (strapi: Core.Strapi, locale: string): Promise<string[]> => {
  const numbers = {
    'published articles': await count(strapi, ARTICLE, { locale, publishedAt: { $notNull: true } }),
    'disclaimers in use': await disclaimersInUse(strapi, locale),
    'recorded disclaimer wordings': await count(strapi, WORDING, { language: locale }),
    'recorded quotes': await count(strapi, SNAPSHOT, { relatedLocale: locale }),
  };
  return Object.entries(numbers)
    .filter(([, number]) => number > 0)
    .map(([what, number]) => `${what}: ${number}`);
};

/**
 * Deleting a locale, Strapi deletes all that is written in it, past the document service and so past every guard. One
 * that readers were shown something in stays.
 */
export const guardLocaleDeletion = (strapi: Core.Strapi): void => {
  const locales: LocalesService = strapi.plugin('i18n').service('locales');
  const remove = locales.delete.bind(locales);
  locales.delete = async (where) => {
    const locale = await locales.findById(where.id);
    const there = locale ? await describeContent(strapi, locale.code) : [];
    if (locale && there.length > 0) {
      throw new errors.ApplicationError(
        `The locale “${locale.code}” cannot be deleted, since it would take with it what readers are shown. ${there.join(', ')}. Unpublish the articles and take the disclaimers off them first; records stay, and keep their locale.`,
      );
    }
    return remove(where);
  };
};
