import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { refusalDetails } from '../refusals/refusal-details';
import { permissionChecker } from '../strapi/permission-checker';
import { ARTICLE } from '../type-names';

/**
 * Must be called before an article is looked up, so that a user who may change no article cannot find out which exist.
 *
 * @throws PolicyError if the role may not change articles
 */
export const requireRightToChange = (strapi: Core.Strapi, userAbility: unknown): void => {
  if (permissionChecker(strapi, userAbility, ARTICLE).cannot.update()) {
    throw new errors.PolicyError('Your role may not change articles.', refusalDetails('changesNotAllowed'));
  }
};

/**
 * Checks that a user of the admin UI may change fields of an article's draft in one locale.
 *
 * @param userAbility as Strapi stores it in `ctx.state`
 * @throws NotFoundError if there is no draft; PolicyError if they may not change the article, or one of the fields
 */
export const requireChangeableArticle = async (
  strapi: Core.Strapi,
  userAbility: unknown,
  { documentId, locale, fields }: { documentId: string; locale: string; fields: readonly string[] },
): Promise<void> => {
  requireRightToChange(strapi, userAbility);
  const { cannot } = permissionChecker(strapi, userAbility, ARTICLE);
  const draft: object | null = await strapi.db.query(ARTICLE).findOne({
    where: { documentId, locale, publishedAt: null },
    populate: { createdBy: { populate: ['roles'] } },
  });
  if (!draft) {
    throw new errors.NotFoundError(
      `There is no article "${documentId}" in "${locale}".`,
      refusalDetails('articleUnknown', { locale }),
    );
  }
  if (cannot.update(draft)) {
    throw new errors.PolicyError(
      `documentId is "${documentId}": your role may not change this article.`,
      refusalDetails('changeNotAllowed'),
    );
  }
  const refused = fields.find((field) => cannot.update(draft, field));
  if (refused !== undefined) {
    throw new errors.PolicyError(
      `Your role may not change the field "${refused}" of this article.`,
      refusalDetails('fieldChangeNotAllowed', { field: refused }),
    );
  }
};
