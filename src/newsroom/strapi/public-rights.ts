import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

/** Says whether a caller has a permission of the content API, such as `api::article.article.find`. */
export type HasRight = (action: string) => Promise<boolean>;

interface PermissionService {
  findPublicPermissions(): Promise<object[]>;
  toContentAPIPermission(permission: object): { action: string };
}

interface Authentication {
  verify(auth: unknown, config: { scope: string[] }): Promise<void>;
}

/**
 * The permissions of visitors, read once, for pages without Strapi's authentication.
 *
 * Leans on: the service `permission` of users-permissions. Fails closed: if it has changed, the request ends with an error.
 */
export const visitorRights = async (strapi: Core.Strapi): Promise<HasRight> => {
  const service: PermissionService = strapi.plugin('users-permissions').service('permission');
  const permissions = await service.findPublicPermissions();
  const actions = new Set(permissions.map((one) => service.toContentAPIPermission(one).action));
  return (action) => Promise.resolve(actions.has(action));
};

/**
 * The permissions of a content API request's caller.
 *
 * Leans on: the service `auth`. Fails closed: only permissions that it confirms count.
 *
 * @param auth `ctx.state.auth`
 */
export const callerRights =
  (strapi: Core.Strapi, auth: unknown): HasRight =>
  async (action) => {
    try {
      await strapi.get<Authentication>('auth').verify(auth, { scope: [action] });
      return true;
    } catch (error) {
      if (error instanceof errors.ForbiddenError || error instanceof errors.UnauthorizedError) return false;
      throw error;
    }
  };
