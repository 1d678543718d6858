import type { Core, Modules, UID } from '@strapi/strapi';
import { failAtCommit } from '../strapi/fail-at-commit';
import { ARTICLE } from '../type-names';
import { freezesSchedules, refuseFrozenChanges } from './frozen-articles';
import { hideInstants } from './hide-instants';

const WRITES: ReadonlySet<string> = new Set(['create', 'update', 'clone', 'delete']);

const relationsTo = (strapi: Core.Strapi, of: UID.ContentType, target: UID.ContentType): string[] =>
  Object.entries(strapi.contentType(of).attributes)
    .filter(
      ([, attribute]) =>
        attribute.type === 'relation' && (attribute as { target?: string }).target === target,
    )
    .map(([name]) => name);

/**
 * Whether a write may change what articles are linked to, from the other end of a relation: a ticker's or a company's articles. A
 * deletion takes an entry off articles whether or not it names them.
 */
const linksArticles = (
  strapi: Core.Strapi,
  { uid, action, params }: Parameters<Modules.Documents.Middleware.Middleware>[0],
): boolean => {
  if (uid === ARTICLE || !WRITES.has(action)) return false;
  const named = relationsTo(strapi, uid, ARTICLE);
  if (action === 'delete') return named.length > 0 || relationsTo(strapi, ARTICLE, uid).length > 0;
  const { data } = params as { data?: Record<string, unknown> };
  return named.some((name) => action === 'clone' || data?.[name] !== undefined);
};

/** Where SCHEDULE_FREEZES is set, what is scheduled is not changed from the other end of a relation either. */
export const guardFrozenLinks =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    if (!freezesSchedules(strapi) || !linksArticles(strapi, context)) return next();
    const guarded = await strapi.db.transaction(async ({ trx }): Promise<unknown> => {
      try {
        return await refuseFrozenChanges(strapi, { where: {} }, next);
      } catch (error) {
        await hideInstants(strapi, error, []);
        // Whoever opened the transaction and catches the error would commit what was written.
        failAtCommit(trx, error);
        throw error;
      }
    });
    return guarded as Awaited<ReturnType<typeof next>>;
  };
