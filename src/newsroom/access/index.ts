import type { Core } from '@strapi/strapi';
import { grantRoles } from './grant-roles';
import { grantPublicPermissions } from './public-permissions';

/** Gives visitors and the newsroom's roles what they were never given before; done at every start. */
export const grantAccess = async (strapi: Core.Strapi): Promise<void> => {
  await grantPublicPermissions(strapi);
  await grantRoles(strapi);
};
