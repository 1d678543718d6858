import type { Core } from '@strapi/strapi';
import type { Act } from '../audit/acts';
import type { TimeField } from '../schedule/article-times';
import { ARTICLE_ACT } from '../type-names';
import { readUnrestricted } from '../visibility/unrestricted-reads';
import { ACTS_ON_HOLDING, placeOf, lastHoldingActs, type Place, type TimedAct } from './held-back';
import { NOBODY, type AgendaState, type ShownActor } from './agenda-entry';

/** For how long the desk is shown articles that were held back, in milliseconds. */
const SHOWN_MS = 30 * 86_400_000;

/** More than this is not expected in a month. If there are more, the newest are shown. */
const MOST_HELD_BACK = 500;

const COLUMNS = [
  ...['articleDocumentId', 'articleLocale', 'act', 'at', 'by', 'byKind'],
  ...['reason', 'reasons', 'before', 'after'],
];

/**
 * Reads lines of the list of acts. A caller sees the lines of articles that they may read. The permission for the article decides,
 * because the desk need not have the permission to read the list.
 */
const readActs = (strapi: Core.Strapi, query: object): Promise<TimedAct[]> =>
  readUnrestricted(() => strapi.db.query(ARTICLE_ACT).findMany(query));

/** Lines of the list of acts, oldest first. */
const actsOn = async (
  strapi: Core.Strapi,
  documentIds: readonly string[],
  acts: readonly Act[],
): Promise<TimedAct[]> =>
  documentIds.length === 0
    ? []
    : await readActs(strapi, {
        select: COLUMNS,
        where: { articleDocumentId: { $in: [...new Set(documentIds)] }, act: { $in: [...acts] } },
        orderBy: { id: 'asc' },
      });

/** Which of these articles are held back; see {@link lastHoldingActs}. */
export const findHeldBack = async (
  strapi: Core.Strapi,
  documentIds: readonly string[],
): Promise<Map<string, TimedAct>> => lastHoldingActs(await actsOn(strapi, documentIds, ACTS_ON_HOLDING));

/**
 * Articles that were held back in the last thirty days and on which nobody has decided since. @param now from the database's clock
 */
export const findHeldBackRecently = async (
  strapi: Core.Strapi,
  now: Date,
): Promise<Map<string, TimedAct>> => {
  const recent: TimedAct[] = await readActs(strapi, {
    select: ['articleDocumentId'],
    where: { at: { $gte: new Date(now.getTime() - SHOWN_MS) }, act: 'held-back' },
    orderBy: { id: 'desc' },
    limit: MOST_HELD_BACK,
  });
  return findHeldBack(
    strapi,
    recent.map(({ articleDocumentId }) => articleDocumentId),
  );
};

/** Articles that were published late since an instant, newest first. */
export const findPublishedLate = async (strapi: Core.Strapi, since: Date): Promise<TimedAct[]> =>
  await readActs(strapi, {
    select: COLUMNS,
    where: { at: { $gte: since }, act: 'published-late' },
    orderBy: { id: 'desc' },
    limit: MOST_HELD_BACK,
  });

/** The acts that set instants. `after` says which ones. */
const SETTING: readonly Act[] = [
  ...(['scheduled', 'schedule-confirmed', 'schedule-moved', 'schedule-proposed'] as const),
  ...(['embargoed', 'embargo-moved'] as const),
];

const FIELD_OF_STATE: Readonly<Record<AgendaState, TimeField>> = {
  scheduled: 'publishAt',
  'held-back': 'publishAt',
  unpublication: 'unpublishAt',
  proposed: 'proposedPublishAt',
  'unpublication-proposed': 'proposedUnpublishAt',
  'embargo-ends': 'embargoUntil',
};

/** Who last set the instant for a state of an article. */
export type WhoSet = (place: Place, state: AgendaState) => ShownActor;

/** Reads who set each instant of these articles. The beginning and the end may have been set by different people. */
export const readWhoSet = async (strapi: Core.Strapi, documentIds: readonly string[]): Promise<WhoSet> => {
  const found = new Map<string, ShownActor>();
  for (const { articleDocumentId, articleLocale, after, by, byKind } of await actsOn(
    strapi,
    documentIds,
    SETTING,
  )) {
    const place = placeOf({ documentId: articleDocumentId, locale: articleLocale });
    for (const [field, instant] of Object.entries(after ?? {})) {
      if (instant) found.set(`${place}|${field}`, { by, byKind });
    }
  }
  return (place, state) => found.get(`${placeOf(place)}|${FIELD_OF_STATE[state]}`) ?? NOBODY;
};
