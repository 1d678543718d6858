import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { defaultLocale } from '../strapi/locales';
import { requireReadableArticle } from '../corrections/require-readable-article';
import { readNotice, retractArticle } from './retract-article';
import { RETRACT } from './retract-permission';

const query = z.strictObject({ locale: z.string().min(2).max(35).optional() });
const retraction = z.strictObject({ notice: z.unknown() });

/** `POST /newsroom/articles/:documentId/retract?locale=es` with `{ "notice": "…" }`. */
const retract =
  (strapi: Core.Strapi): Core.MiddlewareHandler =>
  async (ctx) => {
    const asked = query.safeParse(ctx.query);
    if (!asked.success)
      throw new errors.ValidationError('Only "locale" may be given, and only once, for example locale=es.');
    const { documentId } = ctx.params as { documentId: string };
    const locale = asked.data.locale ?? (await defaultLocale(strapi));
    await requireReadableArticle(strapi, ctx.state.userAbility, documentId, locale);
    const given = retraction.safeParse((ctx.request as { body?: unknown }).body);
    if (!given.success) throw new errors.ValidationError('Give { "notice": "…" } and nothing else.');
    const retractedAt = await retractArticle(strapi, {
      documentId,
      locale,
      notice: readNotice(given.data.notice),
    });
    ctx.body = { data: { documentId, locale, retractedAt } };
  };

/** Adds the route, for users with the permission to retract who may read the article. Must be called before routes are mounted. */
export const addRetractRoute = (strapi: Core.Strapi): void => {
  strapi.server.routes({
    type: 'admin',
    prefix: '/newsroom',
    routes: [
      {
        method: 'POST',
        path: '/articles/:documentId/retract',
        handler: retract(strapi),
        info: { pluginName: 'admin', type: 'admin' as const },
        config: {
          policies: [
            'admin::isAuthenticatedAdmin',
            { name: 'admin::hasPermissions', config: { actions: [RETRACT] } },
          ],
        },
      },
    ],
  });
};
