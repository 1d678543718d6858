import type { Core } from '@strapi/strapi';

/** The locales of the newsroom, by their codes. */
export interface Locales {
  default: string;
  all: readonly string[];
}

const localesService = (strapi: Core.Strapi) => strapi.plugin('i18n').service('locales');

/**
 * The locale that Strapi uses if a request names none.
 *
 * Leans on: the i18n plugin's service `locales`. Fails: with an error at the first write or check that needs it.
 */
export const defaultLocale = async (strapi: Core.Strapi): Promise<string> =>
  await localesService(strapi).getDefaultLocale();

/**
 * The locales to which an action of the document service applies.
 *
 * @param locale the action's parameter: one, several, `*` for all, or undefined for the default locale
 * @returns undefined for all locales
 */
export const localesOfAction = async (
  strapi: Core.Strapi,
  locale: unknown,
): Promise<string[] | undefined> => {
  const wanted = locale
    ? [locale].flat().filter((one) => typeof one === 'string')
    : [await defaultLocale(strapi)];
  return wanted.includes('*') ? undefined : wanted;
};

/**
 * Reads the locales that admins have set up.
 *
 * Leans on: the i18n plugin's service `locales`. Fails: with an error at the first page that needs them.
 */
export const readLocales = async (strapi: Core.Strapi): Promise<Locales> => {
  const found: { code: string }[] = await localesService(strapi).find();
  return { default: await defaultLocale(strapi), all: found.map(({ code }) => code) };
};
