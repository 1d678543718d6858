import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { refusalDetails } from '../refusals/refusal-details';
import { permissionChecker } from '../strapi/permission-checker';
import { ARTICLE } from '../type-names';
import { readUnrestricted } from '../visibility/unrestricted-reads';

/** @returns the error of an article that is not there in a locale */
export const noSuchArticle = (documentId: string, locale: string): Error =>
  new errors.NotFoundError(
    `There is no article "${documentId}" in "${locale}".`,
    refusalDetails('articleUnknown', { locale }),
  );

/**
 * The versions of an article in one locale that a person of the admin may read.
 *
 * @param userAbility as Strapi notes it in `ctx.state`
 * @returns undefined where there is no version at all
 * @throws PolicyError for an article that they may not read
 */
export const readableVersions = async (
  strapi: Core.Strapi,
  userAbility: unknown,
  documentId: string,
  locale: string,
): Promise<object[] | undefined> => {
  const { can, cannot } = permissionChecker(strapi, userAbility, ARTICLE);
  // Before the look-up: who may read no articles is not told which there are.
  if (cannot.read()) {
    throw new errors.PolicyError('Your role may not read articles.', refusalDetails('readingsNotAllowed'));
  }
  // A version that is hidden from the caller is not one that is gone.
  const versions: object[] = await readUnrestricted(() =>
    strapi.db.query(ARTICLE).findMany({
      where: { documentId, locale },
      // Conditions of Strapi ask for the creator, and for the creator's roles.
      populate: { createdBy: { populate: ['roles'] } },
    }),
  );
  if (versions.length === 0) return undefined;
  const readable = versions.filter((version) => can.read(version));
  if (readable.length === 0) {
    throw new errors.PolicyError(
      `documentId is "${documentId}": your role may not read this article.`,
      refusalDetails('readingNotAllowed'),
    );
  }
  return readable;
};

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
  if (!(await readableVersions(strapi, userAbility, documentId, locale))) {
    throw noSuchArticle(documentId, locale);
  }
};
