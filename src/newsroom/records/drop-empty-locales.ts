import type { Modules } from '@strapi/strapi';

const isNamed = (locale: unknown): boolean => typeof locale === 'string' && locale !== '';

/**
 * Removes an empty locale, or a list of empty locales, from the parameters of a call: `?locale=`, `?locale[]=`.
 *
 * Strapi does the same and then uses the default locale, but only after all middlewares have run (`checkLocale`, with
 * `documents.strictParams`). So a check in a middleware, such as that of an embargo, looked for the locale "", and found nothing.
 */
export const dropEmptyLocales: Modules.Documents.Middleware.Middleware = (context, next) => {
  const params = context.params as { locale?: unknown };
  if (Array.isArray(params.locale)) params.locale = params.locale.filter(isNamed);
  const { locale } = params;
  if (locale === '' || locale === null || (Array.isArray(locale) && locale.length === 0))
    delete params.locale;
  return next();
};
