import type { Core } from '@strapi/strapi';
import { refuseRowChanges } from '../database/refuse-row-changes';
import { refuseRowDeletions } from '../database/refuse-row-deletions';
import { ARTICLE_PUBLICATION } from '../type-names';

/** Makes the database refuse every change and deletion of rows in the record of publications. Must be called at each start. */
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
