import type { Core } from '@strapi/strapi';
import { LATE_AFTER_MS } from '../schedule/due-publication';
import {
  entryOf,
  sortByTime,
  type AgendaArticle,
  type AgendaEntry,
  type Attention,
  type LatePublication,
} from './agenda-entry';
import { placeOf } from './held-back';
import { readHeldBack, addWhoSet } from './read-agenda';
import { findHeldBackRecently, findPublishedLate } from './read-acts';
import { findReadableArticles } from './find-readable-articles';
import { readEmbargoedNow } from './read-embargoes';

const DAY_MS = 86_400_000;
const MOST_NEXT = 10;
const MOST_OVERDUE = 50;

const scheduled = (article: AgendaArticle): AgendaEntry[] =>
  article.publishAt ? [entryOf(article, 'scheduled', article.publishAt)] : [];

const readLate = async (strapi: Core.Strapi, userAbility: unknown, now: Date): Promise<LatePublication[]> => {
  const acts = await findPublishedLate(strapi, new Date(now.getTime() - DAY_MS));
  if (acts.length === 0) return [];
  const documentIds = [...new Set(acts.map(({ articleDocumentId }) => articleDocumentId))];
  const articles = await findReadableArticles(strapi, userAbility, {
    where: { documentId: { $in: documentIds } },
  });
  const titles = new Map(articles.map((article) => [placeOf(article), article.title]));
  return acts.flatMap(({ articleDocumentId: documentId, articleLocale: locale, at, after }) => {
    const title = titles.get(placeOf({ documentId, locale }));
    const lateSeconds = Number(after?.lateSeconds ?? 0);
    // The title is undefined if the caller may not read the article, or if it was deleted.
    return title === undefined
      ? []
      : [{ documentId, locale, title, at: new Date(at).toISOString(), lateSeconds }];
  });
};

/**
 * The articles that are held back, late, next and under embargo, reduced to what the caller may read.
 *
 * @param userAbility as Strapi stores it in `ctx.state`
 * @param now from the database's clock
 * @throws PolicyError if the user may read no articles
 */
export const readAttention = async (
  strapi: Core.Strapi,
  userAbility: unknown,
  now: Date,
): Promise<Attention> => {
  const overdueSince = new Date(now.getTime() - LATE_AFTER_MS);
  const overdue = await findReadableArticles(strapi, userAbility, {
    where: { publishAt: { $lt: overdueSince } },
    orderBy: { publishAt: 'asc' },
    limit: MOST_OVERDUE,
    showing: 'publishAt',
  });
  const next = await findReadableArticles(strapi, userAbility, {
    where: { publishAt: { $gte: overdueSince } },
    orderBy: { publishAt: 'asc' },
    limit: MOST_NEXT,
    showing: 'publishAt',
  });
  const held = await readHeldBack(strapi, userAbility, await findHeldBackRecently(strapi, now));
  return {
    heldBack: sortByTime(await addWhoSet(strapi, held)).reverse(),
    overdue: await addWhoSet(strapi, overdue.flatMap(scheduled)),
    late: await readLate(strapi, userAbility, now),
    next: await addWhoSet(strapi, next.flatMap(scheduled)),
    embargoes: await readEmbargoedNow(strapi, userAbility, now),
  };
};
