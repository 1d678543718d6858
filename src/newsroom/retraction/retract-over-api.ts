import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { defaultLocale } from '../strapi/locales';
import { readNotice, retractArticle } from './retract-article';

type Context = Parameters<Core.MiddlewareHandler>[0];

const body = z.strictObject({ data: z.strictObject({ notice: z.unknown() }) });

/**
 * Retracts the article of a request of the content API: `{ "data": { "notice": "…" } }`.
 *
 * @throws ValidationError for another body, for a missing notice, and for anything but one locale; see {@link retractArticle}
 */
export const retractOverApi = async (strapi: Core.Strapi, ctx: Context): Promise<void> => {
  const given = body.safeParse((ctx.request as { body?: unknown }).body);
  if (!given.success)
    throw new errors.ValidationError('Give { "data": { "notice": "…" } } and nothing else.');
  const { locale = await defaultLocale(strapi) } = ctx.query as { locale?: unknown };
  if (typeof locale !== 'string') {
    throw new errors.ValidationError('locale: an article is retracted in one locale at a time, as es.');
  }
  const { id: documentId = '' } = ctx.params as { id?: string };
  await retractArticle(strapi, { documentId, locale, notice: readNotice(given.data.data.notice) });
};
