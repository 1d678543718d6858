import type { Core } from '@strapi/strapi';

/** The locales of the newsroom, by their codes. */
export interface Locales {
  default: string;
  all: readonly string[];
}

/**
 * Reads the locales that admins have set up.
 *
 * Leans on: the i18n plugin's service `locales`. Fails: with an error at the first page that needs them.
 */
export const readLocales = async (strapi: Core.Strapi): Promise<Locales> => {
  const service = strapi.plugin('i18n').service('locales');
  const found: { code: string }[] = await service.find();
  return { default: await service.getDefaultLocale(), all: found.map(({ code }) => code) };
};
