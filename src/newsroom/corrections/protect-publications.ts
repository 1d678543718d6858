import type { Core } from '@strapi/strapi';
import { refuseRowChanges } from '../database/refuse-row-changes';
import { refuseRowDeletions } from '../database/refuse-row-deletions';
import { ARTICLE_PUBLICATION } from '../type-names';

/** Has the database refuse to change or delete rows of the record of publications, whoever writes. To be called at each start. */
export const protectPublications = async (strapi: Core.Strapi): Promise<void> => {
  await refuseRowChanges(
    strapi,
    ARTICLE_PUBLICATION,
    'Rows of the record of publications are never changed.',
  );
  await refuseRowDeletions(
    strapi,
    ARTICLE_PUBLICATION,
    'Rows of the record of publications are never deleted.',
  );
};
