import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { READ_DRAFTS } from '../access/tokens';

/** Returns a function that says whether a caller of the content API may read drafts. It is checked once per authentication. */
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
    // The caller is not authenticated yet, or the route needs no authentication.
    if (!auth) return Promise.resolve(false);
    const right = permissions.get(auth) ?? verify(auth);
    permissions.set(auth, right);
    return right;
  };
};
