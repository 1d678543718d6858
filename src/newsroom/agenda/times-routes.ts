import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { databaseTime } from '../clock/database-time';
import { requireReadableArticle } from '../corrections/require-readable-article';
import { requireChangeableArticle, requireRightToChange } from '../records/require-changeable-article';
import { TIME_FIELDS } from '../schedule/article-times';
import { readInstant } from '../schedule/read-instant';
import { defaultLocale } from '../strapi/locales';
import { ARTICLE } from '../type-names';
import { readShownTimes } from './read-shown-times';

type Context = Parameters<Core.MiddlewareHandler>[0];

const localeName = z.string().min(2).max(35);
const query = z.strictObject({ locale: localeName.optional() });
const instant = z.string().max(40).nullable().optional();
const body = z
  .strictObject({
    locale: localeName.optional(),
    publishAt: instant,
    unpublishAt: instant,
    embargoUntil: instant,
    proposedPublishAt: instant,
    proposedUnpublishAt: instant,
  })
  .refine((given) => TIME_FIELDS.some((field) => given[field] !== undefined), 'Give one of the times.');

const answer = async (strapi: Core.Strapi, ctx: Context, documentId: string, locale: string) => {
  const now = await databaseTime(strapi);
  ctx.set('Cache-Control', 'no-store');
  ctx.body = {
    data: await readShownTimes(strapi, ctx.state.userAbility, { documentId, locale, now }),
    meta: { now: now.toISOString() },
  };
};

/** `GET /newsroom/articles/:documentId/times?locale=es`: the times of the draft, and what the caller may do with them. */
const showTimes =
  (strapi: Core.Strapi): Core.MiddlewareHandler =>
  async (ctx) => {
    const given = query.safeParse(ctx.query);
    if (!given.success)
      throw new errors.ValidationError('Only "locale" may be given, and only once, for example locale=es.');
    const { documentId } = ctx.params as { documentId: string };
    const locale = given.data.locale ?? (await defaultLocale(strapi));
    await requireReadableArticle(strapi, ctx.state.userAbility, documentId, locale);
    await answer(strapi, ctx, documentId, locale);
  };

/**
 * `POST /newsroom/articles/:documentId/times`: sets the given times and does not touch the text, so that an editor with an old form
 * in another window overwrites nothing. It is an ordinary update of the document: `guard-times` plans it, and turns the times into
 * proposals if the caller may not publish.
 */
const setTimes =
  (strapi: Core.Strapi): Core.MiddlewareHandler =>
  async (ctx) => {
    requireRightToChange(strapi, ctx.state.userAbility);
    const given = body.safeParse((ctx.request as { body?: unknown }).body);
    if (!given.success) {
      throw new errors.ValidationError(
        `The times are not changed. Give one of ${TIME_FIELDS.join(', ')}, an instant with its zone, or null. ${z.prettifyError(given.error)}`,
      );
    }
    const { documentId } = ctx.params as { documentId: string };
    const { locale: wanted, ...sent } = given.data;
    const locale = wanted ?? (await defaultLocale(strapi));
    const fields = TIME_FIELDS.filter((field) => sent[field] !== undefined);
    await requireChangeableArticle(strapi, ctx.state.userAbility, { documentId, locale, fields });
    const data = Object.fromEntries(fields.map((field) => [field, readInstant(field, sent[field])]));
    await strapi.documents(ARTICLE).update({ documentId, locale, data: data as never });
    await answer(strapi, ctx, documentId, locale);
  };

/** Adds the routes, for users who may read or change the article. Must be called before routes are mounted. */
export const addTimesRoutes = (strapi: Core.Strapi): void => {
  const route = (method: 'GET' | 'POST', handler: Core.MiddlewareHandler) => ({
    method,
    path: '/articles/:documentId/times',
    handler,
    info: { pluginName: 'admin', type: 'admin' as const },
    config: { policies: ['admin::isAuthenticatedAdmin'] },
  });
  strapi.server.routes({
    type: 'admin',
    prefix: '/newsroom',
    routes: [route('GET', showTimes(strapi)), route('POST', setTimes(strapi))],
  });
};
