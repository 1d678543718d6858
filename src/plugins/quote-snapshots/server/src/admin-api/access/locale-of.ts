import type { Core, Struct } from '@strapi/strapi';
import { defaultLocale } from '../../strapi/default-locale';
import { isLocalized } from '../../strapi/enabled-types';

/** The locale of a request: null for a type that is not localized, otherwise the given one or the default. */
export const localeOf = async (
  strapi: Core.Strapi,
  model: Struct.ContentTypeSchema,
  given: string | undefined,
): Promise<string | null> => (isLocalized(model) ? (given ?? (await defaultLocale(strapi))) : null);
