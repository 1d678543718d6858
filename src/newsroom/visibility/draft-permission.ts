import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { READ_DRAFTS } from '../access/tokens';

/** Whether who asks over the content API has the right to drafts; asked once for each authentication. */
export const createDraftPermission = (strapi: Core.Strapi) => {
  const permissions = new WeakMap<object, Promise<boolean>>();
  const verify = async (auth: object): Promise<boolean> => {
    try {
      await strapi.get('auth').verify(auth, { scope: [READ_DRAFTS] });
      return true;
    } catch (error) {
      if (error instanceof errors.ForbiddenError || error instanceof errors.UnauthorizedError) return false;
      throw error;
    }
  };
  return (auth: object | undefined): Promise<boolean> => {
    // Still being authenticated, or on a route that asks nobody who they are.
    if (!auth) return Promise.resolve(false);
    const right = permissions.get(auth) ?? verify(auth);
    permissions.set(auth, right);
    return right;
  };
};
