import type { Core } from '@strapi/strapi';
import { findEmbargoes, type Embargo } from '../publication/embargo-hindrance';
import { ARTICLE } from '../type-names';
import { readUnrestricted } from '../visibility/unrestricted-reads';
import { entryOf, isWithin, type AgendaEntry, type EmbargoedArticle, type Span } from './agenda-entry';
import { findReadableArticles, type ReadableArticle } from './find-readable-articles';
import { readWhoSet } from './read-acts';

/** The most articles under embargo that one answer has. More are not expected at once. */
const MOST_EMBARGOES = 1_000;

/** Articles with an embargo that the caller may read, each with the embargo that holds for it in all locales. */
const findEmbargoed = async (
  strapi: Core.Strapi,
  userAbility: unknown,
  { ends, locale }: { ends: object; locale?: string | undefined },
): Promise<{ article: ReadableArticle; embargo: Embargo }[]> => {
  // The draft in which the embargo was entered may be one that the caller may not read. What they learn is decided below.
  const entered: { documentId: string }[] = await readUnrestricted(() =>
    strapi.db.query(ARTICLE).findMany({
      select: ['documentId'],
      where: { publishedAt: null, embargoUntil: ends },
      orderBy: { embargoUntil: 'asc' },
      limit: MOST_EMBARGOES,
    }),
  );
  const documentIds = [...new Set(entered.map(({ documentId }) => documentId))];
  if (documentIds.length === 0) return [];
  const embargoes = await findEmbargoes(strapi, documentIds);
  const articles = await findReadableArticles(strapi, userAbility, {
    where: { documentId: { $in: documentIds }, ...(locale === undefined ? {} : { locale }) },
    showing: 'embargoUntil',
  });
  return articles.flatMap((article) => {
    const embargo = embargoes.get(article.documentId);
    return embargo ? [{ article, embargo }] : [];
  });
};

/** The articles that are under embargo now and that the caller may read, in each locale. @param now from the database's clock */
export const readEmbargoedNow = async (
  strapi: Core.Strapi,
  userAbility: unknown,
  now: Date,
): Promise<EmbargoedArticle[]> =>
  (await findEmbargoed(strapi, userAbility, { ends: { $gt: now } })).map(({ article, embargo }) => ({
    documentId: article.documentId,
    locale: article.locale,
    until: embargo.until.toISOString(),
  }));

/**
 * The ends of embargoes within a span, each with who entered it. With a locale: one for each article in that locale. Without: one for
 * each article, in the locale in which the embargo was entered, if the caller may read that.
 */
export const readEmbargoEnds = async (
  strapi: Core.Strapi,
  userAbility: unknown,
  { span, locale }: { span: Span; locale: string | undefined },
): Promise<AgendaEntry[]> => {
  const ends = { $gte: span.from, $lt: span.to };
  // Where one locale has a later embargo, the embargo does not end at that of the others.
  const found = (await findEmbargoed(strapi, userAbility, { ends, locale })).filter(({ embargo }) =>
    isWithin(span, embargo.until),
  );
  const byDocument = new Map<string, (typeof found)[number]>();
  for (const one of found) {
    const { documentId } = one.article;
    if (!byDocument.has(documentId) || one.article.locale === one.embargo.locale)
      byDocument.set(documentId, one);
  }
  const whoSet = await readWhoSet(strapi, [...byDocument.keys()]);
  return [...byDocument.values()].map(({ article, embargo }) => ({
    ...entryOf(article, 'embargo-ends', embargo.until),
    ...whoSet({ documentId: article.documentId, locale: embargo.locale }, 'embargo-ends'),
  }));
};
