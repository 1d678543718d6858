import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { refusalDetails } from '../refusals/refusal-details';
import { permissionChecker } from '../strapi/permission-checker';
import { ARTICLE } from '../type-names';

/**
 * Lets a person of the admin on to what is kept about an article, if they may read it in this locale.
 *
 * @param userAbility as Strapi notes it in `ctx.state`
 * @throws PolicyError for an article that they may not read; NotFoundError where there is none in this locale
 */
export const requireReadableArticle = async (
  strapi: Core.Strapi,
  userAbility: unknown,
  documentId: string,
  locale: string,
): Promise<void> => {
  const { cannot } = permissionChecker(strapi, userAbility, ARTICLE);
  // Before the look-up: who may read no articles is not told which there are.
  if (cannot.read())
    throw new errors.PolicyError('Your role may not read articles.', refusalDetails('readingsNotAllowed'));
  const versions: object[] = await strapi.db
    .query(ARTICLE)
    .findMany({ where: { documentId, locale }, populate: ['createdBy'] });
  if (versions.length === 0) {
    throw new errors.NotFoundError(
      `There is no article "${documentId}" in "${locale}".`,
      refusalDetails('articleUnknown', { locale }),
    );
  }
  if (versions.every((version) => cannot.read(version))) {
    throw new errors.PolicyError(
      `documentId is "${documentId}": your role may not read this article.`,
      refusalDetails('readingNotAllowed'),
    );
  }
};
