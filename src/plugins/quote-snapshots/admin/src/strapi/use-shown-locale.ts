import { useQueryParams } from '@strapi/admin/strapi-admin';

interface Query {
  plugins?: { i18n?: { locale?: string } };
}

/**
 * The locale that the content manager shows, from the address of the page (`plugins[i18n][locale]`, private). Undefined for the
 * default locale.
 */
export const useShownLocale = (): string | undefined => {
  const [{ query }] = useQueryParams<Query>();
  return query.plugins?.i18n?.locale;
};
