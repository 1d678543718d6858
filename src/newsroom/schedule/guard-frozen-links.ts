import type { Core, Modules } from '@strapi/strapi';
import { failAtCommit } from '../strapi/fail-at-commit';
import { ARTICLE } from '../type-names';
import { freezesSchedules, refuseFrozenChanges } from './frozen-articles';

const WRITES: ReadonlySet<string> = new Set(['create', 'update', 'clone']);

/** Whether a write names articles from the other end of a relation: a ticker's or a company's articles. */
const linksArticles = (
  strapi: Core.Strapi,
  { uid, action, params }: Parameters<Modules.Documents.Middleware.Middleware>[0],
): boolean => {
  if (uid === ARTICLE || !WRITES.has(action)) return false;
  const { data } = params as { data?: Record<string, unknown> };
  return Object.entries(strapi.contentType(uid).attributes).some(
    ([name, attribute]) =>
      attribute.type === 'relation' &&
      (attribute as { target?: string }).target === ARTICLE &&
      (action === 'clone' || data?.[name] !== undefined),
  );
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
        // Whoever opened the transaction and catches the error would commit what was written.
        failAtCommit(trx, error);
        throw error;
      }
    });
    return guarded as Awaited<ReturnType<typeof next>>;
  };
