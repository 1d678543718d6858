import type { Core } from '@strapi/strapi';

/** Lets a person of the admin retract articles that they may read. */
export const RETRACT = 'api::articles.retract';

/**
 * Lists the permission in the screen of roles. To be called in `register`: Strapi gives super admins what is there when it starts.
 *
 * Leans on: the service `admin::permission`, `actionProvider.registerMany`. Fails closed: the boot stops where it has changed.
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
