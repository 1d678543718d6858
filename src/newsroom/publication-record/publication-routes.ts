import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { defaultLocale } from '../strapi/locales';
import { readPublicationPage } from './publication-lines';
import { requireRecordReader, type ArticlePlace } from './record-reader';
import { readShownPublication } from './shown-publication';

type Context = Parameters<Core.MiddlewareHandler>[0];

/** The largest id of a row. PostgreSQL stores ids in four bytes, and a query with a larger number fails. */
const LARGEST_ID = 2_147_483_647;

const placeQuery = z.strictObject({ locale: z.string().min(2).max(35).optional() });
const listQuery = placeQuery.extend({ before: z.unknown().optional() });

/** @returns undefined if it cannot be the id of a row */
const readId = (given: unknown): number | undefined => {
  const id = typeof given === 'string' && /^[1-9]\d{0,9}$/.test(given) ? Number(given) : undefined;
  return id !== undefined && id <= LARGEST_ID ? id : undefined;
};

const readBefore = (given: unknown): number | undefined => {
  if (given === undefined) return undefined;
  const id = readId(given);
  if (id !== undefined) return id;
  throw new errors.ValidationError(
    `before is ${JSON.stringify(given).slice(0, 60)}: give it once, the id of the last publication that you were answered, as 120.`,
  );
};

const readPlace = async (strapi: Core.Strapi, ctx: Context, given?: string): Promise<ArticlePlace> => {
  const { documentId } = ctx.params as { documentId: string };
  return { documentId, locale: given ?? (await defaultLocale(strapi)) };
};

/**
 * `GET /newsroom/articles/:documentId/publications?locale=es&before=120`: the publications, newest first, in pages. `meta.more` is
 * true if there are older ones, which `before` requests. `meta.first` is the first publication.
 */
const listPublications =
  (strapi: Core.Strapi): Core.MiddlewareHandler =>
  async (ctx) => {
    const given = listQuery.safeParse(ctx.query);
    if (!given.success) {
      throw new errors.ValidationError('Only "locale", as es, and "before", an id, may be given, each once.');
    }
    const before = readBefore(given.data.before);
    const place = await readPlace(strapi, ctx, given.data.locale);
    const reader = await requireRecordReader(strapi, ctx.state.userAbility, place);
    const { lines, more, first } = await readPublicationPage(strapi, reader, place, before);
    ctx.set('Cache-Control', 'no-store');
    ctx.body = { data: lines, meta: { more, first } };
  };

/** `GET /newsroom/articles/:documentId/publications/:publication?locale=es`: one publication with what readers were shown. */
const showPublication =
  (strapi: Core.Strapi): Core.MiddlewareHandler =>
  async (ctx) => {
    const given = placeQuery.safeParse(ctx.query);
    if (!given.success)
      throw new errors.ValidationError('Only "locale" may be given, and only once, for example locale=es.');
    const place = await readPlace(strapi, ctx, given.data.locale);
    const reader = await requireRecordReader(strapi, ctx.state.userAbility, place);
    const { publication } = ctx.params as { publication: string };
    const id = readId(publication);
    const shown = id === undefined ? undefined : await readShownPublication(strapi, reader, place, id);
    if (!shown)
      throw new errors.NotFoundError(`The article has no publication "${publication.slice(0, 40)}".`);
    ctx.set('Cache-Control', 'no-store');
    ctx.body = { data: shown };
  };

/**
 * Adds the routes, for users of the admin UI who may read the article. For a deleted article see {@link requireRecordReader}. Must
 * be called before routes are mounted.
 * {@link requireRecordReader}. Must be called before routes are mounted.
 */
export const addPublicationRoutes = (strapi: Core.Strapi): void => {
  const route = (path: string, handler: Core.MiddlewareHandler) => ({
    method: 'GET' as const,
    path: `/articles/:documentId/${path}`,
    handler,
    info: { pluginName: 'admin', type: 'admin' as const },
    config: { policies: ['admin::isAuthenticatedAdmin'] },
  });
  strapi.server.routes({
    type: 'admin',
    prefix: '/newsroom',
    routes: [
      route('publications', listPublications(strapi)),
      route('publications/:publication', showPublication(strapi)),
    ],
  });
};
