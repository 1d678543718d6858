import type { Core } from '@strapi/strapi';
import { prepareNewDatabase } from './newsroom/first-start';
import { checkRecords } from './newsroom/records/check-records';
import { fillSlugs } from './newsroom/records/fill-slugs';
import { createPreviewPage, OWN_PAGE } from './preview/route';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    strapi.documents.use(checkRecords(strapi));
    strapi.documents.use(fillSlugs(strapi));
    strapi.server.routes([
      { method: 'GET', path: OWN_PAGE, handler: createPreviewPage(strapi), config: { auth: false } },
    ]);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await prepareNewDatabase(strapi);
  },
};
