import type { Core } from '@strapi/strapi';
import { MOVE_EMBARGO } from '../embargo/permission';
import { findEmbargo } from '../publication/embargo-hindrance';
import { TIME_FIELDS, type ArticleTimes, type TimeField } from '../schedule/article-times';
import { freezesSchedules } from '../schedule/frozen-articles';
import { NAMING_FIELDS, readableReasons } from '../refusals/readable-reasons';
import { permissionChecker } from '../strapi/permission-checker';
import { ARTICLE } from '../type-names';
import { NOBODY, STATES } from './agenda-entry';
import { findArticleMarket, newsroomMarket } from './article-market';
import { dueInstantOf, placeOf } from './held-back';
import { findHeldBack, readWhoSet } from './read-acts';
import type { ShownTimes } from './shown-times';

/** The rights of a user, from Strapi's permission engine. */
interface Ability {
  can(action: string): boolean;
}

type Draft = ArticleTimes & { documentId: string };

const isoOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : new Date(value as string | Date).toISOString();

const forEachField = <Value>(valueOf: (field: TimeField) => Value) =>
  Object.fromEntries(TIME_FIELDS.map((field) => [field, valueOf(field)])) as Record<TimeField, Value>;

/**
 * Reads the times of an article's draft in one locale. The caller must have checked that the user may read the article.
 *
 * @param userAbility as Strapi stores it in `ctx.state`
 * @param now from the database's clock
 */
export const readShownTimes = async (
  strapi: Core.Strapi,
  userAbility: unknown,
  { documentId, locale, now }: { documentId: string; locale: string; now: Date },
): Promise<ShownTimes> => {
  const versions: (Draft & { publishedAt: unknown })[] = await strapi.db
    .query(ARTICLE)
    .findMany({ where: { documentId, locale }, populate: { createdBy: { populate: ['roles'] } } });
  const draft = versions.find(({ publishedAt }) => publishedAt === null);
  const { can } = permissionChecker(strapi, userAbility, ARTICLE);
  const whoSet = await readWhoSet(strapi, [documentId]);
  const held = (await findHeldBack(strapi, [documentId])).get(placeOf({ documentId, locale }));
  const seen = draft ?? versions[0];
  const mayRead = (field: string): boolean => seen !== undefined && can.read(seen, field);
  const times = forEachField((field) => (draft && mayRead(field) ? isoOf(draft[field]) : null));
  // An embargo holds for all locales, whichever it was entered in. One that has ended has no effect.
  const embargo = draft && mayRead('embargoUntil') ? await findEmbargo(strapi, documentId, now) : undefined;
  times.embargoUntil = isoOf(embargo?.until);
  const mayChange = (field: TimeField): boolean => draft !== undefined && can.update(draft, field);
  return {
    times,
    embargoLocale: embargo && embargo.locale !== locale ? embargo.locale : null,
    setBy: forEachField((field) => {
      const enteredIn = field === 'embargoUntil' && embargo ? embargo.locale : locale;
      return times[field] === null ? NOBODY : whoSet({ documentId, locale: enteredIn }, STATES[field]);
    }),
    heldBack: held
      ? {
          at: mayRead('publishAt') ? dueInstantOf(held).toISOString() : null,
          ...readableReasons(held, mayRead),
        }
      : null,
    isPublished: versions.some(({ publishedAt }) => publishedAt !== null),
    // A user who may not read the schedule must not learn from this that the article is scheduled.
    isFrozen: freezesSchedules(strapi) && times.publishAt !== null,
    // The market would reveal a listing that the text names.
    market: NAMING_FIELDS.every(mayRead)
      ? await findArticleMarket(strapi, documentId, locale)
      : newsroomMarket(strapi),
    may: {
      change: {
        publishAt: mayChange('publishAt'),
        unpublishAt: mayChange('unpublishAt'),
        embargoUntil: mayChange('embargoUntil'),
      },
      publish: draft !== undefined && can.publish(draft),
      moveEmbargoEarlier: (userAbility as Ability).can(MOVE_EMBARGO),
    },
  };
};
