import type { Core } from '@strapi/strapi';

/** Allows a user of the admin UI to retract articles that they may read. */
export const RETRACT = 'api::articles.retract';

/**
 * Lists the permission in the roles screen. Must be called in `register`, because at its start Strapi grants super admins all
 * registered permissions.
 *
 * Leans on: the service `admin::permission`, `actionProvider.registerMany`. Fails closed: the boot stops if it has changed.
 */
export const addRetractPermission = async (strapi: Core.Strapi): Promise<void> => {
  await strapi.service('admin::permission').actionProvider.registerMany([
    {
      section: 'settings',
      category: 'newsroom',
      subCategory: 'articles',
      uid: 'articles.retract',
      displayName: 'Retract published articles',
    },
  ]);
};
