import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { refusalDetails } from '../refusals/refusal-details';
import { permissionChecker } from '../strapi/permission-checker';
import { toDatabaseQuery } from '../strapi/query-params';
import { ARTICLE } from '../type-names';
import { TIME_FIELDS } from '../schedule/article-times';
import type { AgendaArticle } from './agenda-entry';

const FIELDS = ['title', 'kind', ...TIME_FIELDS] as const;

type Row = { documentId: string; locale: string } & Record<(typeof FIELDS)[number], unknown>;

const toDate = (value: unknown): Date | null =>
  value === null || value === undefined ? null : new Date(value as string | number | Date);

/** Whether a user of the admin UI may read a field of articles. @param userAbility as Strapi stores it in `ctx.state` */
export const mayReadField = (strapi: Core.Strapi, userAbility: unknown): ((field: string) => boolean) => {
  const { can } = permissionChecker(strapi, userAbility, ARTICLE);
  return (field) => can.read(undefined, field);
};

/** The conditions of a query of drafts, in addition to those of the caller's permissions. */
export interface DraftQuery {
  where: object;
  orderBy?: object;
  limit?: number;
}

/**
 * Reads drafts of articles as a user of the admin UI may read them in the content manager, with the conditions, locales and fields
 * of their permissions. A field that they may not read is null.
 *
 * @param userAbility as Strapi stores it in `ctx.state`
 * @throws PolicyError if the user may read no articles
 */
export const findReadableArticles = async (
  strapi: Core.Strapi,
  userAbility: unknown,
  { where, orderBy, limit }: DraftQuery,
): Promise<AgendaArticle[]> => {
  const checker = permissionChecker(strapi, userAbility, ARTICLE);
  if (checker.cannot.read())
    throw new errors.PolicyError('Your role may not read articles.', refusalDetails('readingsNotAllowed'));
  const permitted = toDatabaseQuery(strapi, ARTICLE, await checker.sanitizedQuery.read({})).where ?? {};
  const readable = FIELDS.filter((field) => checker.can.read(undefined, field));
  const rows: Row[] = await strapi.db.query(ARTICLE).findMany({
    select: ['documentId', 'locale', ...readable],
    where: { $and: [permitted, { publishedAt: null }, where] },
    ...(orderBy ? { orderBy } : {}),
    ...(limit ? { limit } : {}),
  });
  return rows.map((row) => ({
    documentId: row.documentId,
    locale: row.locale,
    title: typeof row.title === 'string' ? row.title : null,
    kind: typeof row.kind === 'string' ? row.kind : null,
    publishAt: toDate(row.publishAt),
    unpublishAt: toDate(row.unpublishAt),
    embargoUntil: toDate(row.embargoUntil),
    proposedPublishAt: toDate(row.proposedPublishAt),
    proposedUnpublishAt: toDate(row.proposedUnpublishAt),
  }));
};
