import type { Core } from '@strapi/strapi';

/** Allows moving an embargo to an earlier instant, or lifting it. Roles store this name, so it must not change. */
export const MOVE_EMBARGO = 'admin::embargo.move-earlier';

interface ActionProvider {
  registerMany(actions: object[]): Promise<void>;
}

/** Lists the permission in the roles screen. @throws Error if this Strapi no longer has that list */
export const registerEmbargoPermission = async (strapi: Core.Strapi): Promise<void> => {
  const { actionProvider } = strapi.service('admin::permission') as { actionProvider?: ActionProvider };
  if (typeof actionProvider?.registerMany !== 'function') {
    throw new Error(
      'Strapi has no actionProvider.registerMany: nobody could be given "Move an embargo earlier".',
    );
  }
  await actionProvider.registerMany([
    {
      section: 'settings',
      category: 'newsroom',
      subCategory: 'embargo',
      pluginName: 'admin',
      uid: 'embargo.move-earlier',
      displayName: 'Move an embargo earlier, or lift it',
    },
  ]);
};
