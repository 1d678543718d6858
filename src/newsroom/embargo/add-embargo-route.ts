import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { defaultLocale } from '../strapi/locales';
import { requireChangeableArticle } from '../records/require-changeable-article';
import { withEmbargoMove } from '../schedule/embargo-move';
import { ARTICLE } from '../type-names';
import { MOVE_EMBARGO } from './permission';

type Context = Parameters<Core.MiddlewareHandler>[0];

const body = z.strictObject({
  locale: z.string().min(2).max(35).optional(),
  embargoUntil: z.string().max(40).nullable(),
  reason: z.string().trim().min(3).max(1_000),
});

/** `POST /newsroom/articles/:documentId/embargo`: sets, moves or lifts an embargo, with a reason for the list of acts. */
const moveEmbargo =
  (strapi: Core.Strapi): Core.MiddlewareHandler =>
  async (ctx: Context) => {
    const given = body.safeParse((ctx.request as { body?: unknown }).body);
    if (!given.success) {
      throw new errors.ValidationError(
        `The embargo is not changed. Give embargoUntil (an instant, or null) and a reason. ${z.prettifyError(given.error)}`,
      );
    }
    const { embargoUntil, reason } = given.data;
    const { documentId } = ctx.params as { documentId: string };
    const locale = given.data.locale ?? (await defaultLocale(strapi));
    await requireChangeableArticle(strapi, ctx.state.userAbility, {
      documentId,
      locale,
      fields: ['embargoUntil'],
    });
    const written = await withEmbargoMove(reason, () =>
      strapi.documents(ARTICLE).update({ documentId, locale, data: { embargoUntil } as never }),
    );
    ctx.body = { data: { documentId, locale, embargoUntil: written?.embargoUntil ?? null } };
  };

/** Adds the route, for everybody who has the permission. Must be called before routes are mounted. */
export const addEmbargoRoute = (strapi: Core.Strapi): void => {
  strapi.server.routes({
    type: 'admin',
    prefix: '/newsroom',
    routes: [
      {
        method: 'POST',
        path: '/articles/:documentId/embargo',
        handler: moveEmbargo(strapi),
        info: { pluginName: 'admin', type: 'admin' as const },
        config: {
          policies: [
            'admin::isAuthenticatedAdmin',
            { name: 'admin::hasPermissions', config: { actions: [MOVE_EMBARGO] } },
          ],
        },
      },
    ],
  });
};
