import type { Core } from '@strapi/strapi';

/** The locale that the current request asks for with `?locale`; undefined if it names none, all, or several. */
export const requestedLocale = (strapi: Core.Strapi): string | undefined => {
  const query: Record<string, unknown> | undefined = strapi.requestContext.get()?.query;
  const locale = query?.locale;
  return typeof locale === 'string' && locale !== '' && locale !== '*' ? locale : undefined;
};
