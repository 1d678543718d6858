import type { Core } from '@strapi/strapi';
import { MOVE_EMBARGO } from '../embargo/permission';
import { TIME_FIELDS, type ArticleTimes, type TimeField } from '../schedule/article-times';
import { freezesSchedules } from '../schedule/frozen-articles';
import { NAMING_FIELDS, readableReasons } from '../refusals/readable-reasons';
import { permissionChecker } from '../strapi/permission-checker';
import { ARTICLE } from '../type-names';
import { NOBODY, STATES } from './agenda-entry';
import { articleMarket, newsroomMarket } from './article-market';
import { dueInstantOf, placeOf } from './held-back';
import { heldBackOf, readWhoSet } from './read-acts';
import type { ShownTimes } from './shown-times';

/** The rights of a person, as Strapi's permission engine makes them. */
interface Ability {
  can(action: string): boolean;
}

type Draft = ArticleTimes & { documentId: string };

const isoOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : new Date(value as string | Date).toISOString();

const forEachField = <Value>(valueOf: (field: TimeField) => Value) =>
  Object.fromEntries(TIME_FIELDS.map((field) => [field, valueOf(field)])) as Record<TimeField, Value>;

/**
 * Reads the times of an article's draft in one locale. The caller has checked that the person may read the article.
 *
 * @param userAbility as Strapi notes it in `ctx.state`
 * @param now by the database's clock
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
  const held = (await heldBackOf(strapi, [documentId])).get(placeOf({ documentId, locale }));
  const seen = draft ?? versions[0];
  const mayRead = (field: string): boolean => seen !== undefined && can.read(seen, field);
  const times = forEachField((field) => (draft && mayRead(field) ? isoOf(draft[field]) : null));
  // An embargo that is over keeps nobody from anything.
  if (times.embargoUntil !== null && new Date(times.embargoUntil) <= now) times.embargoUntil = null;
  const mayChange = (field: TimeField): boolean => draft !== undefined && can.update(draft, field);
  return {
    times,
    setBy: forEachField((field) =>
      times[field] === null ? NOBODY : whoSet({ documentId, locale }, STATES[field]),
    ),
    heldBack: held
      ? {
          at: mayRead('publishAt') ? dueInstantOf(held).toISOString() : null,
          ...readableReasons(held, mayRead),
        }
      : null,
    isPublished: versions.some(({ publishedAt }) => publishedAt !== null),
    // It tells that the article is scheduled.
    isFrozen: freezesSchedules(strapi) && times.publishAt !== null,
    // The market is that of a listing that the text names.
    market: NAMING_FIELDS.every(mayRead)
      ? await articleMarket(strapi, documentId, locale)
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
