import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { visitorRights, type HasRight } from '../../strapi/public-rights';
import { ARTICLE } from '../../type-names';

/**
 * The rights of visitors. Feeds, sitemaps and pictures show every caller what visitors may see.
 *
 * @throws NotFoundError if visitors may not read articles
 */
export const requirePublicArticles = async (strapi: Core.Strapi): Promise<HasRight> => {
  const has = await visitorRights(strapi);
  if (await has(`${ARTICLE}.find`)) return has;
  throw new errors.NotFoundError('Articles are not public here.');
};
