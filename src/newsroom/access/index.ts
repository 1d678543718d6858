import type { Core } from '@strapi/strapi';
import { grantRoles } from './grant-roles';
import { grantPublicPermissions } from './public-permissions';

/** Grants visitors and the newsroom's roles the permissions that they were never granted before; runs at every start. */
export const grantAccess = async (strapi: Core.Strapi): Promise<void> => {
  await grantPublicPermissions(strapi);
  await grantRoles(strapi);
};
