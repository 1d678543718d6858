import type { Core } from '@strapi/strapi';
import { readableReasons } from '../refusals/readable-reasons';
import { TIME_FIELDS } from '../schedule/article-times';
import { entriesOf, entryOf, sortByTime, isWithin, type AgendaEntry, type Span } from './agenda-entry';
import { dueInstantOf, placeOf, type TimedAct } from './held-back';
import { findHeldBackRecently, readWhoSet } from './read-acts';
import { findReadableArticles } from './find-readable-articles';
import { readEmbargoEnds } from './read-embargoes';

/** The most instants of one kind in one answer. Nobody reads more on one screen. */
export const MOST_OF_A_KIND = 2_000;

export interface Agenda {
  entries: AgendaEntry[];
  /** Whether there are more than {@link MOST_OF_A_KIND} of a kind. Then the latest are missing. */
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
  const planned: AgendaEntry[] = [];
  /** From here on there are instants of a kind that were not read. */
  let end: string | undefined;
  // Embargoes are read for all locales of an article at once.
  for (const field of TIME_FIELDS.filter((name) => name !== 'embargoUntil')) {
    const articles = await findReadableArticles(strapi, userAbility, {
      where: { [field]: { $gte: from, $lt: to }, ...(locale === undefined ? {} : { locale }) },
      orderBy: { [field]: 'asc' },
      limit: MOST_OF_A_KIND + 1,
      showing: field,
    });
    const entries = entriesOf(articles, field);
    const tooLate = entries[MOST_OF_A_KIND]?.at;
    if (tooLate !== undefined && (end === undefined || tooLate < end)) end = tooLate;
    planned.push(...entries);
  }
  const held = await readHeldBack(strapi, userAbility, await findHeldBackRecently(strapi, now));
  const all = [
    ...planned,
    ...held.filter(
      (entry) => isWithin(span, new Date(entry.at)) && (locale === undefined || entry.locale === locale),
    ),
  ];
  // All kinds end at the same instant, so that what is shown is complete before it.
  const last = end;
  const isShown = ({ at }: AgendaEntry): boolean => last === undefined || at <= last;
  return {
    entries: sortByTime([
      ...(await addWhoSet(strapi, all.filter(isShown))),
      ...(await readEmbargoEnds(strapi, userAbility, { span, locale })).filter(isShown),
    ]),
    isCutOff: end !== undefined,
  };
};
