import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { countArticlesUsing } from '../disclaimers/guard-disclaimers';
import { refusalDetails } from '../refusals/refusal-details';
import type { RefusalReason } from '../refusals/refusal-reason';
import { inspectLocaleDeletion } from '../strapi/locale-deletion';
import { ARTICLE, DISCLAIMER, SNAPSHOT, WORDING } from '../type-names';

const count = async (
  strapi: Core.Strapi,
  uid: typeof ARTICLE | typeof WORDING | typeof SNAPSHOT,
  where: object,
): Promise<number> => (uid in strapi.contentTypes ? await strapi.db.query(uid).count({ where }) : 0);

/** How many disclaimers have a version in this locale that articles use. */
const disclaimersInUse = async (strapi: Core.Strapi, locale: string): Promise<number> => {
  const versions: { documentId: string }[] = await strapi.db
    .query(DISCLAIMER)
    .findMany({ select: ['documentId'], where: { locale } });
  let used = 0;
  for (const documentId of new Set(versions.map((version) => version.documentId))) {
    if ((await countArticlesUsing(strapi, documentId, [locale])) > 0) used += 1;
  }
  return used;
};

/** Drafts that are scheduled or under embargo. */
const TIMED = {
  $or: ['publishAt', 'unpublishAt', 'embargoUntil'].map((field) => ({ [field]: { $notNull: true } })),
};

interface Content {
  /** Such as `published articles: 3`. */
  words: string;
  reason: RefusalReason;
}

/** The content of a locale that readers were, are or will be shown. */
const describeContent = async (strapi: Core.Strapi, locale: string): Promise<Content[]> => {
  const numbers = {
    'published articles': await count(strapi, ARTICLE, { locale, publishedAt: { $notNull: true } }),
    'scheduled or embargoed articles': await count(strapi, ARTICLE, { locale, publishedAt: null, ...TIMED }),
    'disclaimers in use': await disclaimersInUse(strapi, locale),
    'recorded disclaimer wordings': await count(strapi, WORDING, { language: locale }),
    'recorded quotes': await count(strapi, SNAPSHOT, { relatedLocale: locale }),
  };
  const codes = {
    'published articles': 'localePublished',
    'scheduled or embargoed articles': 'localeTimed',
    'disclaimers in use': 'localeDisclaimers',
    'recorded disclaimer wordings': 'localeWordings',
    'recorded quotes': 'localeQuotes',
  } as const;
  return (Object.keys(codes) as (keyof typeof codes)[])
    .filter((what) => numbers[what] > 0)
    .map((what) => ({
      words: `${what}: ${numbers[what]}`,
      reason: { code: codes[what], values: { count: String(numbers[what]) } },
    }));
};

/**
 * Refuses to delete a locale with content that readers were shown or that is scheduled: Strapi would delete all content in it
 * without a warning.
 */
export const guardLocaleDeletion = (strapi: Core.Strapi): void =>
  inspectLocaleDeletion(strapi, async (locale) => {
    const content = await describeContent(strapi, locale);
    if (content.length === 0) return;
    throw new errors.ApplicationError(
      `The locale “${locale}” cannot be deleted, because what readers are shown, or will be, would be deleted with it: ${content.map(({ words }) => words).join(', ')}. Unpublish the articles, remove their times, and remove the disclaimers from them, first. Records are kept, and keep their locale.`,
      {
        ...refusalDetails('localeInUse', { locale }),
        errors: content.map(({ words, reason }) => ({
          path: ['code'],
          name: 'ApplicationError',
          message: words,
          reason,
        })),
      },
    );
  });
