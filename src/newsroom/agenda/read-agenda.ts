import type { Core } from '@strapi/strapi';
import { readableReasons } from '../refusals/readable-reasons';
import { TIME_FIELDS } from '../schedule/article-times';
import { entriesOf, entryOf, sortByTime, isWithin, type AgendaEntry, type Span } from './agenda-entry';
import { dueInstantOf, placeOf, type TimedAct } from './held-back';
import { findHeldBackRecently, readWhoSet } from './read-acts';
import { findReadableArticles } from './find-readable-articles';
import { readEmbargoEnds } from './read-embargoes';

/** The most articles in one answer. Nobody reads more on one screen. */
export const MOST_ARTICLES = 2_000;

export interface Agenda {
  entries: AgendaEntry[];
  /** Whether there are more articles than {@link MOST_ARTICLES}. */
  isCutOff: boolean;
}

/** Adds to each entry who set its instant. */
export const addWhoSet = async (
  strapi: Core.Strapi,
  entries: readonly AgendaEntry[],
): Promise<AgendaEntry[]> => {
  const whoSet = await readWhoSet(
    strapi,
    entries.map(({ documentId }) => documentId),
  );
  return entries.map((entry) => ({ ...entry, ...whoSet(entry, entry.state) }));
};

/**
 * The articles that are held back and that the caller may read, as entries at the instants at which they were due. Articles whose
 * schedule the caller may not read are left out. A reason is reduced to what the caller may read of the article.
 */
export const readHeldBack = async (
  strapi: Core.Strapi,
  userAbility: unknown,
  held: ReadonlyMap<string, TimedAct>,
): Promise<AgendaEntry[]> => {
  const documentIds = [...new Set([...held.values()].map(({ articleDocumentId }) => articleDocumentId))];
  const articles = await findReadableArticles(strapi, userAbility, {
    where: { documentId: { $in: documentIds } },
    showing: 'publishAt',
  });
  return articles.flatMap((article): AgendaEntry[] => {
    const act = held.get(placeOf(article));
    if (!act) return [];
    return [
      { ...entryOf(article, 'held-back', dueInstantOf(act)), ...readableReasons(act, article.mayRead) },
    ];
  });
};

/**
 * The scheduled and held back articles in a span of time, in order of time, reduced to what the caller may read.
 *
 * @param userAbility as Strapi stores it in `ctx.state`
 * @param now from the database's clock
 * @throws PolicyError if the user may read no articles
 */
export const readAgenda = async (
  strapi: Core.Strapi,
  userAbility: unknown,
  { span, locale, now }: { span: Span; locale: string | undefined; now: Date },
): Promise<Agenda> => {
  const { from, to } = span;
  const inSpan = { $or: TIME_FIELDS.map((field) => ({ [field]: { $gte: from, $lt: to } })) };
  const articles = await findReadableArticles(strapi, userAbility, {
    where: locale === undefined ? inSpan : { ...inSpan, locale },
    limit: MOST_ARTICLES + 1,
  });
  const held = await readHeldBack(strapi, userAbility, await findHeldBackRecently(strapi, now));
  const entries = [
    ...entriesOf(articles.slice(0, MOST_ARTICLES), span),
    ...held.filter(
      (entry) => isWithin(span, new Date(entry.at)) && (locale === undefined || entry.locale === locale),
    ),
  ];
  return {
    entries: sortByTime([
      ...(await addWhoSet(strapi, entries)),
      ...(await readEmbargoEnds(strapi, userAbility, { span, locale })),
    ]),
    isCutOff: articles.length > MOST_ARTICLES,
  };
};
