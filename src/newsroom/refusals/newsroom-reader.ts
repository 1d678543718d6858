import type { Core } from '@strapi/strapi';
import type { Reader } from './word-reasons';

/**
 * The reader for whom the newsroom words events and e-mails: they read this language, and times are in the zone of the newsroom's
 * market.
 */
export const newsroomReader = (strapi: Core.Strapi, language: string): Reader => ({
  language,
  timeZone: strapi.config.get<{ timeZone: string }>('newsroom.market').timeZone,
});
