import type { Core } from '@strapi/strapi';
import controller from './admin/controller';
import routes from './admin/routes';
import bootstrap from './bootstrap';
import config from './config';
import destroy from './destroy';
import { stateOf } from './plugin-state';
import register from './register';

export default {
  register,
  bootstrap,
  destroy,
  config,
  controllers: { admin: controller },
  routes,
  services: {
    /** The running cache with its state. Its parts may change with any version of the plugin. */
    running: ({ strapi }: { strapi: Core.Strapi }) => ({
      read: () => stateOf(strapi).cache,
      /** Adds triggers to tables that were created since the start or have lost their trigger. */
      watchTables: async (): Promise<void> => stateOf(strapi).watchTables?.(),
    }),
  },
};
