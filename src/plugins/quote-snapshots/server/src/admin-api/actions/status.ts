import type { Core } from '@strapi/strapi';
import { pluginServices } from '../../services/plugin-services';
import type { AdminContext } from '../admin-context';

/** `GET /status`: what waits, what failed, and how the providers are doing. */
export const status = async (strapi: Core.Strapi, ctx: AdminContext): Promise<void> => {
  ctx.body = { data: await pluginServices(strapi).status.read() };
};
