import type { Core } from '@strapi/strapi';
import type { AdminContext } from '../admin-context';
import { troubledPublications } from '../troubled-publications';

/** `GET /attention`: the publications whose quotes failed or are overdue. */
export const attention = async (strapi: Core.Strapi, ctx: AdminContext): Promise<void> => {
  ctx.body = { data: await troubledPublications(strapi, ctx.state.userAbility, new Date()) };
};
