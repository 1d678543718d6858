import type { Core } from '@strapi/strapi';
import { MOVE_EMBARGO } from '../embargo/permission';
import { TIME_FIELDS, type ArticleTimes, type TimeField } from '../schedule/article-times';
import { permissionChecker } from '../strapi/permission-checker';
import { ARTICLE } from '../type-names';
import { STATES } from './agenda-entry';
import { articleMarket } from './article-market';
import { dueInstantOf, placeOf } from './held-back';
import type { Market } from './market-environment';
import { heldBackOf, readWhoSet } from './read-acts';

/** What the panel of an article shows of its times. */
export interface ShownTimes {
  /** ISO 8601, in UTC; null where there is none, or the caller may not read it. */
  times: Record<TimeField, string | null>;
  /** Who set each of them; null where the list of acts does not say. */
  setBy: Record<TimeField, string | null>;
  heldBack: { at: string; reason: string | null } | null;
  /** Whether readers have the article, in this locale. */
  isPublished: boolean;
  market: Market;
  may: {
    change: Record<'publishAt' | 'unpublishAt' | 'embargoUntil', boolean>;
    /** Who may not publish proposes. */
    publish: boolean;
    moveEmbargoEarlier: boolean;
  };
}

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
  const times = forEachField((field) => (draft && can.read(draft, field) ? isoOf(draft[field]) : null));
  // An embargo that is over keeps nobody from anything.
  if (times.embargoUntil !== null && new Date(times.embargoUntil) <= now) times.embargoUntil = null;
  const mayChange = (field: TimeField): boolean => draft !== undefined && can.update(draft, field);
  return {
    times,
    setBy: forEachField((field) =>
      times[field] === null ? null : whoSet({ documentId, locale }, STATES[field]),
    ),
    heldBack: held ? { at: dueInstantOf(held).toISOString(), reason: held.reason } : null,
    isPublished: versions.some(({ publishedAt }) => publishedAt !== null),
    market: await articleMarket(strapi, documentId, locale),
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
