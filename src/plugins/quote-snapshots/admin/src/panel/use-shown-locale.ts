import { useQueryParams } from '@strapi/admin/strapi-admin';

interface Query {
  plugins?: { i18n?: { locale?: string } };
}

/** The locale that the content manager is showing; undefined where none is chosen, which is the default one. */
export const useShownLocale = (): string | undefined => {
  const [{ query }] = useQueryParams<Query>();
  return query.plugins?.i18n?.locale;
};
