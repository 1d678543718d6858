import type { Core } from '@strapi/strapi';
import { findPerson } from '../../strapi/person-ability';
import { ARTICLE_ACT } from '../../type-names';
import type { TimedRow } from '../stored-times';

const SCHEDULING = ['scheduled', 'schedule-confirmed', 'schedule-moved'];

/** An article in one locale. */
type Scheduled = Pick<TimedRow, 'documentId' | 'locale'>;

interface SchedulingAct {
  articleDocumentId: string;
  articleLocale: string;
  byAdmin: number | null;
  after: { publishAt?: unknown } | null;
}

/**
 * Reads who decided last when articles go out, in one statement. The acts that set an instant of publication also stand for an end
 * alone, which somebody else may have set since.
 *
 * @returns the id of the admin user by article; null where an API token or code did
 */
export const readSchedulers = async (
  strapi: Core.Strapi,
  articles: readonly Scheduled[],
): Promise<(article: Scheduled) => number | null> => {
  const keyOf = (documentId: string, locale: string): string => `${documentId}|${locale}`;
  const acts: SchedulingAct[] = await strapi.db.query(ARTICLE_ACT).findMany({
    select: ['articleDocumentId', 'articleLocale', 'byAdmin', 'after'],
    where: {
      articleDocumentId: { $in: [...new Set(articles.map(({ documentId }) => documentId))] },
      act: { $in: SCHEDULING },
    },
    orderBy: { id: 'asc' },
  });
  const decided = acts.filter(({ after }) => after?.publishAt);
  const last = new Map(
    decided.map((act) => [keyOf(act.articleDocumentId, act.articleLocale), act.byAdmin] as const),
  );
  return ({ documentId, locale }) => last.get(keyOf(documentId, locale)) ?? null;
};

/** The e-mail address of whoever scheduled an article, for a person of the admin. */
export const schedulerAddress = async (
  strapi: Core.Strapi,
  article: Scheduled,
): Promise<string | undefined> => {
  const id = (await readSchedulers(strapi, [article]))(article);
  return id === null ? undefined : (await findPerson(strapi, id))?.email;
};
