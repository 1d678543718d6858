import type { Core } from '@strapi/strapi';
import { refuseRowChanges } from '../database/refuse-row-changes';
import { ARTICLE_ACT } from '../type-names';

/** Has the database refuse changes of lines, whoever writes. To be called at each start. */
export const keepActs = (strapi: Core.Strapi): Promise<void> =>
  refuseRowChanges(strapi, ARTICLE_ACT, 'Lines of the list of acts are never changed.');
