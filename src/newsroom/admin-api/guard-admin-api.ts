import type { Core } from '@strapi/strapi';
import { disableUploadFromUrls } from './disable-upload-from-urls';
import { guardLocaleDeletion } from './guard-locale-deletion';
import { guardRequestedEntries } from './guard-requested-entries';
import { nameRefusedDraftsInBulk } from './name-refused-drafts';
import { refuseDraftActions } from './refuse-draft-actions';
import { refuseUnreadableRelations } from './refuse-unreadable-relations';
import { requirePermissions } from './require-permissions';

/** Guards routes of the admin API whose own checks in Strapi are too weak. Must be called before routes are mounted. */
export const guardAdminApi = (strapi: Core.Strapi): void => {
  guardRequestedEntries(strapi);
  refuseUnreadableRelations(strapi);
  requirePermissions(strapi);
  disableUploadFromUrls(strapi);
  refuseDraftActions(strapi);
  nameRefusedDraftsInBulk(strapi);
  guardLocaleDeletion(strapi);
};
