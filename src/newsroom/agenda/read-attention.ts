import type { Core } from '@strapi/strapi';
import { LATE_AFTER_MS } from '../schedule/due-publication';
import {
  entryOf,
  inOrder,
  type AgendaArticle,
  type AgendaEntry,
  type Attention,
  type LatePublication,
} from './agenda-entry';
import { placeOf } from './held-back';
import { readHeldBack, withWhoSet } from './read-agenda';
import { heldBackLately, publishedLateSince } from './read-acts';
import { readableArticles } from './readable-articles';

const DAY_MS = 86_400_000;
const MOST_NEXT = 10;
const MOST_OVERDUE = 50;

const scheduled = (article: AgendaArticle): AgendaEntry[] =>
  article.publishAt ? [entryOf(article, 'scheduled', article.publishAt)] : [];

const readLate = async (strapi: Core.Strapi, userAbility: unknown, now: Date): Promise<LatePublication[]> => {
  const acts = await publishedLateSince(strapi, new Date(now.getTime() - DAY_MS));
  if (acts.length === 0) return [];
  const documentIds = [...new Set(acts.map(({ articleDocumentId }) => articleDocumentId))];
  const articles = await readableArticles(strapi, userAbility, {
    where: { documentId: { $in: documentIds } },
  });
  const titles = new Map(articles.map((article) => [placeOf(article), article.title]));
  return acts.flatMap(({ articleDocumentId: documentId, articleLocale: locale, at, after }) => {
    const title = titles.get(placeOf({ documentId, locale }));
    const lateSeconds = Number(after?.lateSeconds ?? 0);
    // A title of undefined is of an article that the caller may not read, or that was deleted.
    return title === undefined
      ? []
      : [{ documentId, locale, title, at: new Date(at).toISOString(), lateSeconds }];
  });
};

/**
 * What is held back, late and next, no more of it than the caller may read.
 *
 * @param userAbility as Strapi notes it in `ctx.state`
 * @param now by the database's clock
 * @throws PolicyError for a person who may read no articles
 */
export const readAttention = async (
  strapi: Core.Strapi,
  userAbility: unknown,
  now: Date,
): Promise<Attention> => {
  const overdueSince = new Date(now.getTime() - LATE_AFTER_MS);
  const overdue = await readableArticles(strapi, userAbility, {
    where: { publishAt: { $lt: overdueSince } },
    orderBy: { publishAt: 'asc' },
    limit: MOST_OVERDUE,
    showing: 'publishAt',
  });
  const next = await readableArticles(strapi, userAbility, {
    where: { publishAt: { $gte: overdueSince } },
    orderBy: { publishAt: 'asc' },
    limit: MOST_NEXT,
    showing: 'publishAt',
  });
  const held = await readHeldBack(strapi, userAbility, await heldBackLately(strapi, now));
  return {
    heldBack: inOrder(await withWhoSet(strapi, held)).reverse(),
    overdue: await withWhoSet(strapi, overdue.flatMap(scheduled)),
    late: await readLate(strapi, userAbility, now),
    next: await withWhoSet(strapi, next.flatMap(scheduled)),
  };
};
