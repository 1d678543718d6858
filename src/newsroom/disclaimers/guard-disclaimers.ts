import type { Core, Modules } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { refusalDetails } from '../refusals/refusal-details';
import { ARTICLE, DISCLAIMER, WORDINGS_ATTRIBUTE } from '../type-names';
import { localesOfAction } from '../strapi/locales';
import { permissionChecker } from '../strapi/permission-checker';
import { requestAbility } from '../strapi/request-ability';
import { createDraftPermission } from '../visibility/draft-permission';

/**
 * How many articles use a disclaimer: published ones that carry one of its wordings, and those (drafts included) that link it.
 *
 * @param locales undefined for all of them
 */
export const countArticlesUsing = async (
  strapi: Core.Strapi,
  documentId: string,
  locales: readonly string[] | undefined,
): Promise<number> => {
  const inLocales = (name: string) => (locales ? { [name]: { $in: locales } } : {});
  const rows: { documentId: string }[] = await strapi.db.query(ARTICLE).findMany({
    select: ['documentId'],
    where: {
      $or: [
        { disclaimers: { documentId, ...inLocales('locale') } },
        {
          publishedAt: { $notNull: true },
          [WORDINGS_ATTRIBUTE]: { disclaimerDocumentId: documentId, ...inLocales('language') },
        },
      ],
    },
  });
  return new Set(rows.map((row) => row.documentId)).size;
};

/** Whether the caller of the current request may read drafts of articles. Code without a request may. */
const mayReadDrafts = async (strapi: Core.Strapi): Promise<boolean> => {
  const request = strapi.requestContext.get();
  if (!request) return true;
  const ability = requestAbility(strapi);
  if (ability) return permissionChecker(strapi, ability, ARTICLE).can.read();
  return createDraftPermission(strapi)((request.state as { auth?: object }).auth);
};

/**
 * Refuses to delete or unpublish a disclaimer that articles use, since a later publication would go out without it. To retire a
 * disclaimer, an editor sets it to apply to chosen articles only. How many articles use it is said only to callers who may read drafts,
 * because the number includes drafts under embargo.
 */
export const guardDisclaimers =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    const { uid, action } = context;
    if (uid !== DISCLAIMER || (action !== 'delete' && action !== 'unpublish')) return next();
    const { documentId, locale } = context.params as { documentId: string; locale?: unknown };
    const count = await countArticlesUsing(strapi, documentId, await localesOfAction(strapi, locale));
    if (count === 0) return next();
    if (!(await mayReadDrafts(strapi))) {
      throw new errors.ApplicationError(
        `This disclaimer cannot be ${action === 'delete' ? 'deleted' : 'unpublished'} now. To retire it, set “Applies to” to “chosen” and publish it: new publications no longer carry it. Ask the desk about the rest.`,
        refusalDetails('disclaimerUsed'),
      );
    }
    const [articles, done] = [
      count === 1 ? '1 article' : `${count} articles`,
      action === 'delete' ? 'deleted' : 'unpublished',
    ];
    throw new errors.ApplicationError(
      `This disclaimer is in use by ${articles}, so it cannot be ${done}. To retire it, set “Applies to” to “chosen” and publish it: new publications no longer carry it. Remove it from the articles that chose it, and publish again those that carry it.`,
      { articles: count, ...refusalDetails('disclaimerInUse', { count: String(count) }) },
    );
  };
