import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { defaultLocale } from '../strapi/locales';
import { readPublicationLines, readShownPublication } from './read-publications';
import { requireReadableArticle } from './require-readable-article';
import { readNotice, retractArticle } from './retract-article';
import { RETRACT } from './retract-permission';

type Context = Parameters<Core.MiddlewareHandler>[0];

const query = z.strictObject({ locale: z.string().min(2).max(35).optional() });
const retraction = z.strictObject({ notice: z.unknown() });

interface Asked {
  documentId: string;
  locale: string;
}

/** @throws ValidationError for any query but one `locale`; see {@link requireReadableArticle} for the others */
const readRequestedPlace = async (strapi: Core.Strapi, ctx: Context): Promise<Asked> => {
  const given = query.safeParse(ctx.query);
  if (!given.success) throw new errors.ValidationError('Only "locale" may be given, once, as es.');
  const { documentId } = ctx.params as { documentId: string };
  const locale = given.data.locale ?? (await defaultLocale(strapi));
  await requireReadableArticle(strapi, ctx.state.userAbility, documentId, locale);
  return { documentId, locale };
};

/** `GET /newsroom/articles/:documentId/publications?locale=es`: the publications, newest first. */
const listPublications =
  (strapi: Core.Strapi): Core.MiddlewareHandler =>
  async (ctx) => {
    const { documentId, locale } = await readRequestedPlace(strapi, ctx);
    ctx.body = { data: await readPublicationLines(strapi, documentId, locale) };
  };

/** `GET /newsroom/articles/:documentId/publications/:publication?locale=es`: one, with what readers were shown. */
const showPublication =
  (strapi: Core.Strapi): Core.MiddlewareHandler =>
  async (ctx) => {
    const { documentId, locale } = await readRequestedPlace(strapi, ctx);
    const { publication } = ctx.params as { publication: string };
    const shown = /^\d{1,15}$/.test(publication)
      ? await readShownPublication(strapi, documentId, locale, Number(publication))
      : undefined;
    if (!shown)
      throw new errors.NotFoundError(`The article has no publication "${publication.slice(0, 40)}".`);
    ctx.body = { data: shown };
  };

/** `POST /newsroom/articles/:documentId/retract?locale=es` with `{ "notice": "…" }`. */
const retract =
  (strapi: Core.Strapi): Core.MiddlewareHandler =>
  async (ctx) => {
    const { documentId, locale } = await readRequestedPlace(strapi, ctx);
    const given = retraction.safeParse((ctx.request as { body?: unknown }).body);
    if (!given.success) throw new errors.ValidationError('Give { "notice": "…" } and nothing else.');
    const retractedAt = await retractArticle(strapi, {
      documentId,
      locale,
      notice: readNotice(given.data.notice),
    });
    ctx.body = { data: { documentId, locale, retractedAt } };
  };

/** Adds the routes, for whoever is signed in to the admin UI and may read the article. To be called before routes are mounted. */
export const addCorrectionRoutes = (strapi: Core.Strapi): void => {
  const route = (
    method: 'GET' | 'POST',
    path: string,
    handler: Core.MiddlewareHandler,
    policies: { name: string; config: unknown }[] = [],
  ) => ({
    method,
    path: `/articles/:documentId/${path}`,
    handler,
    info: { pluginName: 'admin', type: 'admin' as const },
    config: { policies: ['admin::isAuthenticatedAdmin', ...policies] },
  });
  strapi.server.routes({
    type: 'admin',
    prefix: '/newsroom',
    routes: [
      route('GET', 'publications', listPublications(strapi)),
      route('GET', 'publications/:publication', showPublication(strapi)),
      route('POST', 'retract', retract(strapi), [
        { name: 'admin::hasPermissions', config: { actions: [RETRACT] } },
      ]),
    ],
  });
};
