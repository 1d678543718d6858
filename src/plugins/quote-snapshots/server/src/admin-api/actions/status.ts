import type { Core } from '@strapi/strapi';
import type { AdminContext } from '../admin-context';
import { readStatus } from '../../services/read-status';

/** `GET /status`: what waits, what failed, and how the providers are doing. */
export const status = async (strapi: Core.Strapi, ctx: AdminContext): Promise<void> => {
  ctx.body = { data: await readStatus(strapi) };
};
