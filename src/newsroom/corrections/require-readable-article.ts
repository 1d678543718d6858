import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { refusalDetails } from '../refusals/refusal-details';
import { permissionChecker } from '../strapi/permission-checker';
import { ARTICLE } from '../type-names';
import { readUnrestricted } from '../visibility/unrestricted-reads';

/** @returns the error for an article that does not exist in a locale */
export const noSuchArticle = (documentId: string, locale: string): Error =>
  new errors.NotFoundError(
    `There is no article "${documentId}" in "${locale}".`,
    refusalDetails('articleUnknown', { locale }),
  );

/**
 * The versions of an article in one locale that a user of the admin UI may read.
 *
 * @param userAbility as Strapi stores it in `ctx.state`
 * @returns undefined if there is no version at all
 * @throws PolicyError if the user may not read the article
 */
export const readableVersions = async (
  strapi: Core.Strapi,
  userAbility: unknown,
  documentId: string,
  locale: string,
): Promise<object[] | undefined> => {
  const { can, cannot } = permissionChecker(strapi, userAbility, ARTICLE);
  // This comes before the look-up, so that a user who may read no articles cannot find out which exist.
  if (cannot.read()) {
    throw new errors.PolicyError('Your role may not read articles.', refusalDetails('readingsNotAllowed'));
  }
  // The look-up ignores permissions, to tell a hidden version from one that does not exist.
  const versions: object[] = await readUnrestricted(() =>
    strapi.db.query(ARTICLE).findMany({
      where: { documentId, locale },
      // Strapi's conditions need the creator and the creator's roles.
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
 * Checks that a user of the admin UI may read an article in this locale, before they are shown records about it.
 *
 * @param userAbility as Strapi stores it in `ctx.state`
 * @throws PolicyError if the user may not read the article; NotFoundError if there is none in this locale
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
