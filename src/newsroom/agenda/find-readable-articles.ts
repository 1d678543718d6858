import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { refusalDetails } from '../refusals/refusal-details';
import { permissionChecker } from '../strapi/permission-checker';
import { toDatabaseQuery } from '../strapi/query-params';
import type { Ability } from '../strapi/request-ability';
import { ARTICLE } from '../type-names';
import { TIME_FIELDS, type TimeField } from '../schedule/article-times';
import { asksForLocaleOnly } from '../visibility/locale-conditions';
import type { AgendaArticle } from './agenda-entry';

const READ = 'plugin::content-manager.explorer.read';

const FIELDS = ['title', 'kind', ...TIME_FIELDS] as const;

type Row = { documentId: string; locale: string } & Record<(typeof FIELDS)[number], unknown>;

const toDate = (value: unknown): Date | null =>
  value === null || value === undefined ? null : new Date(value as string | number | Date);

/** An article as a user may read it. A field that they may not read is null. */
export interface ReadableArticle extends AgendaArticle {
  /** Whether they may read a field of this article. */
  mayRead(field: string): boolean;
}

/** The conditions of a query of drafts, in addition to those of the caller's permissions. */
export interface DraftQuery {
  where: object;
  orderBy?: object;
  limit?: number;
  /** Leaves out articles whose instant of this name the caller may not read. */
  showing?: TimeField;
}

/**
 * What has to be read of an article to judge which of its fields a person may read. Conditions of permissions may ask for anything; most
 * ask for nothing, or for the locale.
 */
const judgedBy = (ability: unknown): object => {
  const rules = (ability as Ability).rulesFor(READ, ARTICLE);
  return rules.every(({ conditions }) => asksForLocaleOnly(conditions ?? {}))
    ? { select: ['documentId', 'locale', ...FIELDS] }
    : { populate: { createdBy: { populate: ['roles'] } } };
};

const toReadable = (row: Row, mayRead: (field: string) => boolean): ReadableArticle => {
  const [title, kind] = [mayRead('title') ? row.title : null, mayRead('kind') ? row.kind : null];
  const instant = (field: TimeField): Date | null => (mayRead(field) ? toDate(row[field]) : null);
  return {
    documentId: row.documentId,
    locale: row.locale,
    title: typeof title === 'string' ? title : null,
    kind: typeof kind === 'string' ? kind : null,
    publishAt: instant('publishAt'),
    unpublishAt: instant('unpublishAt'),
    embargoUntil: instant('embargoUntil'),
    proposedPublishAt: instant('proposedPublishAt'),
    proposedUnpublishAt: instant('proposedUnpublishAt'),
    mayRead,
  };
};

/**
 * Reads drafts of articles as a user of the admin UI may read them in the content manager, with the conditions, locales and fields
 * of their permissions. A condition may hold for some articles only, so the readable fields are decided for each article.
 *
 * @param userAbility as Strapi stores it in `ctx.state`
 * @throws PolicyError if the user may read no articles
 */
export const findReadableArticles = async (
  strapi: Core.Strapi,
  userAbility: unknown,
  { where, orderBy, limit, showing }: DraftQuery,
): Promise<ReadableArticle[]> => {
  const checker = permissionChecker(strapi, userAbility, ARTICLE);
  if (checker.cannot.read())
    throw new errors.PolicyError('Your role may not read articles.', refusalDetails('readingsNotAllowed'));
  if (showing && checker.cannot.read(undefined, showing)) return [];
  const permitted = toDatabaseQuery(strapi, ARTICLE, await checker.sanitizedQuery.read({})).where ?? {};
  const found: ReadableArticle[] = [];
  // As many at once as are wanted; more where some of them may not be shown.
  for (let offset = 0; ; ) {
    const rows: Row[] = await strapi.db.query(ARTICLE).findMany({
      ...judgedBy(userAbility),
      where: { $and: [permitted, { publishedAt: null }, where] },
      orderBy: [...(orderBy ? [orderBy] : []), { id: 'asc' }],
      ...(limit ? { limit, offset } : {}),
    });
    const articles = rows.map((row) => toReadable(row, (field) => checker.can.read(row, field)));
    found.push(...articles.filter(({ mayRead }) => showing === undefined || mayRead(showing)));
    offset += rows.length;
    if (!limit || rows.length < limit || found.length >= limit) return limit ? found.slice(0, limit) : found;
  }
};
