import type { Core } from '@strapi/strapi';
import { refuseRowChanges } from '../database/refuse-row-changes';
import { refuseRowDeletions } from '../database/refuse-row-deletions';
import { ARTICLE_ACT } from '../type-names';

/** Makes the database refuse changes and deletions of lines by anybody. Must be called at each start. */
export const protectActs = async (strapi: Core.Strapi): Promise<void> => {
  await refuseRowChanges(strapi, ARTICLE_ACT, 'Lines of the list of acts are never changed.');
  await refuseRowDeletions(strapi, ARTICLE_ACT, 'Lines of the list of acts are never deleted.');
};
