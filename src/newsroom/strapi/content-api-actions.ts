import type { Core } from '@strapi/strapi';

/**
 * The existing actions of the content API, such as `api::article.article.find`. Actions of a plugin that is switched off do not
 * exist.
 *
 * Leans on: `strapi.contentAPI.permissions.providers.action`. Fails closed: the boot stops before anything is granted.
 */
export const contentApiActions = (strapi: Core.Strapi): ReadonlySet<string> =>
  new Set(strapi.contentAPI.permissions.providers.action.keys());
