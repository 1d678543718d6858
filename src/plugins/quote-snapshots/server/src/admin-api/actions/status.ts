import type { Core } from '@strapi/strapi';
import type { AdminContext } from '../admin-context';
import { readStatus } from '../../services/read-status';

/** `GET /status`: pending and failed snapshots, and the state of the providers. */
export const status = async (strapi: Core.Strapi, ctx: AdminContext): Promise<void> => {
  ctx.body = { data: await readStatus(strapi) };
};
