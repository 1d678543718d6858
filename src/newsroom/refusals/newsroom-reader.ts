import type { Core } from '@strapi/strapi';
import type { Reader } from './word-reasons';

/** For whom the newsroom words what it sends out by itself: whoever reads a language, on the clocks of the newsroom's market. */
export const newsroomReader = (strapi: Core.Strapi, language: string): Reader => ({
  language,
  timeZone: strapi.config.get<{ timeZone: string }>('newsroom.market').timeZone,
});
