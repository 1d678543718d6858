import type { Core } from '@strapi/strapi';
import { guardFileRoutes } from './guard-file-routes';
import { guardFileServices } from './guard-file-services';

/** Guards files and folders on every road to them. To be called before routes are mounted. */
export const guardFiles = (strapi: Core.Strapi): void => {
  guardFileRoutes(strapi);
  guardFileServices(strapi);
};
