import type { Core } from '@strapi/strapi';

const LOCALES = [
  { code: 'es', name: 'Spanish (es)' },
  { code: 'fr', name: 'French (fr)' },
  { code: 'de', name: 'German (de)' },
];

/** Adds three locales to English, which is Strapi's default. */
export const addLocales = async (strapi: Core.Strapi): Promise<void> => {
  const service = strapi.plugin('i18n').service('locales');
  for (const locale of LOCALES) {
    if (!(await service.findByCode(locale.code))) await service.create(locale);
  }
};
