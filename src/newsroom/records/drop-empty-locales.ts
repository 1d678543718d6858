import type { Modules } from '@strapi/strapi';

const isNamed = (locale: unknown): boolean => typeof locale === 'string' && locale !== '';

/**
 * Takes an empty locale out of the parameters of a call, and a list that names none: `?locale=`, `?locale[]=`.
 *
 * Strapi does the same, but only after all middlewares have run (`checkLocale`, with `documents.strictParams`), and then takes the
 * default locale. Whatever is judged before, as an embargo is, was judged for the locale "", of which nothing is stored.
 */
export const dropEmptyLocales: Modules.Documents.Middleware.Middleware = (context, next) => {
  const params = context.params as { locale?: unknown };
  if (Array.isArray(params.locale)) params.locale = params.locale.filter(isNamed);
  const { locale } = params;
  if (locale === '' || locale === null || (Array.isArray(locale) && locale.length === 0))
    delete params.locale;
  return next();
};
