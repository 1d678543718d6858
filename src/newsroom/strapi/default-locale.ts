import type { Core } from '@strapi/strapi';

/**
 * The locale that Strapi uses where a request names none.
 *
 * Leans on: the i18n plugin's service `locales`. Fails: with an error at the first write or check that needs it.
 */
export const defaultLocale = async (strapi: Core.Strapi): Promise<string> =>
  await strapi.plugin('i18n').service('locales').getDefaultLocale();
