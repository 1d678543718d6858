import type { Core } from '@strapi/strapi';
import { guardFileRoutes } from './guard-file-routes';
import { guardFileServices } from './guard-file-services';

/** Guards files and folders in all APIs. Must be called before routes are mounted. */
export const guardFiles = (strapi: Core.Strapi): void => {
  guardFileRoutes(strapi);
  guardFileServices(strapi);
};
