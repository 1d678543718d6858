import type { Core } from '@strapi/strapi';
import { prepareNewDatabase } from './newsroom/first-start';
import { checkRecords } from './newsroom/records/check-records';
import { fillSlugs } from './newsroom/records/fill-slugs';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    strapi.documents.use(checkRecords(strapi));
    strapi.documents.use(fillSlugs(strapi));
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await prepareNewDatabase(strapi);
  },
};
