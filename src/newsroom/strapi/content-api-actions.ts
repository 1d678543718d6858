import type { Core } from '@strapi/strapi';

/**
 * The actions of the content API that exist, as `api::article.article.find`: those of a plugin that is switched off do not.
 *
 * Leans on: `strapi.contentAPI.permissions.providers.action`. Fails closed: the boot stops before anything is granted.
 */
export const contentApiActions = (strapi: Core.Strapi): ReadonlySet<string> =>
  new Set(strapi.contentAPI.permissions.providers.action.keys());
