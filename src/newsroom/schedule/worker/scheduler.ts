import type { Core } from '@strapi/strapi';
import type { ActorKind } from '../../audit/acting-caller';
import { findPerson } from '../../strapi/person-ability';
import { ARTICLE_ACT } from '../../type-names';
import type { TimedRow } from '../stored-times';

const SCHEDULING = ['scheduled', 'schedule-confirmed', 'schedule-moved'];

/** An article in one locale. */
type Scheduled = Pick<TimedRow, 'documentId' | 'locale'>;

interface SchedulingAct {
  articleDocumentId: string;
  articleLocale: string;
  by: string;
  byKind: ActorKind | null;
  byAdmin: number | null;
  after: { publishAt?: unknown } | null;
}

/** Who decided when an article goes out. */
export interface Scheduler {
  /** The id of the user of the admin; null where an API token, code or another caller did. */
  admin: number | null;
  /** The name of the API token; null where somebody else did. The list of acts has the name alone, which Strapi keeps unique. */
  token: string | null;
}

const NOBODY: Scheduler = { admin: null, token: null };

/**
 * Reads who decided last when articles go out, in one statement. The acts that set an instant of publication also stand for an end
 * alone, which somebody else may have set since.
 */
export const readSchedulers = async (
  strapi: Core.Strapi,
  articles: readonly Scheduled[],
): Promise<(article: Scheduled) => Scheduler> => {
  const keyOf = (documentId: string, locale: string): string => `${documentId}|${locale}`;
  const acts: SchedulingAct[] = await strapi.db.query(ARTICLE_ACT).findMany({
    select: ['articleDocumentId', 'articleLocale', 'by', 'byKind', 'byAdmin', 'after'],
    where: {
      articleDocumentId: { $in: [...new Set(articles.map(({ documentId }) => documentId))] },
      act: { $in: SCHEDULING },
    },
    orderBy: { id: 'asc' },
  });
  const decided = acts.filter(({ after }) => after?.publishAt);
  const last = new Map(
    decided.map(({ articleDocumentId, articleLocale, by, byKind, byAdmin }) => [
      keyOf(articleDocumentId, articleLocale),
      { admin: byAdmin, token: byKind === 'api-token' ? by : null },
    ]),
  );
  return ({ documentId, locale }) => last.get(keyOf(documentId, locale)) ?? NOBODY;
};

/** The e-mail address of whoever scheduled an article; undefined unless it is a person of the admin whose account works. */
export const schedulerAddress = async (
  strapi: Core.Strapi,
  article: Scheduled,
): Promise<string | undefined> => {
  const { admin } = (await readSchedulers(strapi, [article]))(article);
  const person = admin === null ? null : await findPerson(strapi, admin);
  return person?.isActive && !person.blocked ? person.email : undefined;
};
