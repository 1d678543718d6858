import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { databaseTime } from '../clock/database-time';
import { findEmbargo } from '../publication/embargo-hindrance';
import { defaultLocale } from '../strapi/locales';
import { requireChangeableArticle } from '../records/require-changeable-article';
import { withEmbargoMove } from '../schedule/embargo-move';
import { ARTICLE } from '../type-names';
import { readUnrestricted } from '../visibility/unrestricted-reads';
import { refusalDetails } from '../refusals/refusal-details';
import { MOVE_EMBARGO } from './permission';

type Context = Parameters<Core.MiddlewareHandler>[0];

const body = z.strictObject({
  locale: z.string().min(2).max(35).optional(),
  embargoUntil: z.string().max(40).nullable(),
  reason: z.string().trim().min(3).max(1_000),
});

/**
 * The locales in which an embargo of the article holds now. It holds for all locales, so moving or lifting it in the locale of the
 * request alone would change nothing. If none holds, the locale of the request.
 */
const localesToWrite = async (strapi: Core.Strapi, documentId: string, locale: string): Promise<string[]> => {
  const now = await databaseTime(strapi);
  const holding: { locale: string }[] = await readUnrestricted(() =>
    strapi.db.query(ARTICLE).findMany({
      select: ['locale'],
      where: { documentId, publishedAt: null, embargoUntil: { $gt: now } },
      orderBy: { locale: 'asc' },
    }),
  );
  return holding.length > 0 ? holding.map((one) => one.locale) : [locale];
};

/** @throws PolicyError that names the locale in which the caller may not change the embargo */
const requireChangeableIn = async (
  strapi: Core.Strapi,
  ctx: Context,
  documentId: string,
  locale: string,
): Promise<void> => {
  try {
    await requireChangeableArticle(strapi, ctx.state.userAbility, {
      documentId,
      locale,
      fields: ['embargoUntil'],
    });
  } catch (error) {
    if (!(error instanceof errors.PolicyError)) throw error;
    throw new errors.PolicyError(
      `The embargo stands in “${locale}”, where your role may not change it. Ask somebody who may.`,
      refusalDetails('embargoStandsIn', { locale }),
    );
  }
};

/**
 * `POST /newsroom/articles/:documentId/embargo`: sets, moves or lifts the embargo of an article, with a reason for the list of acts.
 * It is moved in every locale in which it stands, or in none.
 */
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
    const locales = await localesToWrite(strapi, documentId, locale);
    for (const one of locales) if (one !== locale) await requireChangeableIn(strapi, ctx, documentId, one);
    await withEmbargoMove(reason, () =>
      strapi.db.transaction(async () => {
        for (const one of locales) {
          await strapi.documents(ARTICLE).update({
            documentId,
            locale: one,
            data: { embargoUntil } as never,
          });
        }
      }),
    );
    const embargo = await findEmbargo(strapi, documentId, await databaseTime(strapi));
    ctx.body = { data: { documentId, locale, embargoUntil: embargo?.until ?? null, locales } };
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
