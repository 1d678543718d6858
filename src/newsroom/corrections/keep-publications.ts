import type { Core } from '@strapi/strapi';
import { refuseRowChanges } from '../database/refuse-row-changes';
import { ARTICLE_PUBLICATION } from '../type-names';

/** Has the database refuse changes of the record of publications, whoever writes. To be called at each start. */
export const keepPublications = (strapi: Core.Strapi): Promise<void> =>
  refuseRowChanges(strapi, ARTICLE_PUBLICATION, 'Rows of the record of publications are never changed.');
