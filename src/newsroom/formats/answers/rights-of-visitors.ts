import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { visitorRights, type HasRight } from '../../strapi/public-rights';
import { ARTICLE } from '../../type-names';

/**
 * The rights of visitors, for what is public or not there at all: feeds, sitemaps and pictures show what everybody may see,
 * whoever asks.
 *
 * @throws NotFoundError where visitors may read no articles
 */
export const requirePublicArticles = async (strapi: Core.Strapi): Promise<HasRight> => {
  const has = await visitorRights(strapi);
  if (await has(`${ARTICLE}.find`)) return has;
  throw new errors.NotFoundError('Articles are not public here.');
};
