import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

/** Tells whether somebody has a right of the content API, as `api::article.article.find`. */
export type HasRight = (action: string) => Promise<boolean>;

interface PermissionService {
  findPublicPermissions(): Promise<object[]>;
  toContentAPIPermission(permission: object): { action: string };
}

interface Authentication {
  verify(auth: unknown, config: { scope: string[] }): Promise<void>;
}

/**
 * The rights of visitors, read once: for pages that have no authentication of Strapi's.
 *
 * Leans on: the service `permission` of users-permissions. Fails closed: where it has changed, the request ends with an error.
 */
export const visitorRights = async (strapi: Core.Strapi): Promise<HasRight> => {
  const service: PermissionService = strapi.plugin('users-permissions').service('permission');
  const permissions = await service.findPublicPermissions();
  const actions = new Set(permissions.map((one) => service.toContentAPIPermission(one).action));
  return (action) => Promise.resolve(actions.has(action));
};

/**
 * The rights of the caller of a request of the content API.
 *
 * Leans on: the service `auth`. Fails closed: only a right that it confirms counts.
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
