import type { Core } from '@strapi/strapi';
import { withFunctions } from './strapi-changed-error';

interface Locales extends Record<string, (...args: never[]) => unknown> {
  getDefaultLocale(): Promise<string>;
}

/**
 * The locale that Strapi uses if a request names none (the service `locales` of i18n, private).
 *
 * @throws StrapiChangedError if the service cannot be asked, because the wrong locale would show the wrong document
 */
export const defaultLocale = async (strapi: Core.Strapi): Promise<string> =>
  withFunctions<Locales>('the service `locales` of i18n', strapi.plugin('i18n')?.service('locales'), [
    'getDefaultLocale',
  ]).getDefaultLocale();
