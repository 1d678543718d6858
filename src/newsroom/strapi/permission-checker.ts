import type { Core } from '@strapi/strapi';

type Act = 'create' | 'read' | 'update' | 'publish';

/**
 * What a user of the admin UI may do with entries of one type. With an entry, the question is about that entry; with a field, about
 * that field.
 */
export interface PermissionChecker {
  can: Record<Act, (entry?: object, field?: string) => boolean>;
  cannot: Record<Act, (entry?: object, field?: string) => boolean>;
  /** Adds the conditions of a permission to a query. */
  sanitizedQuery: Record<Act, (query: object) => Promise<Record<string, unknown>>>;
  /** The entry without the fields that the user may not read. */
  sanitizeOutput(entry: object): Promise<Record<string, unknown>>;
}

/**
 * Leans on: the content manager's service `permission-checker`, which its own controllers use. Fails closed: without it the request
 * ends with an error.
 *
 * @param userAbility as Strapi stores it in `ctx.state`
 */
export const permissionChecker = (
  strapi: Core.Strapi,
  userAbility: unknown,
  model: string,
): PermissionChecker =>
  strapi.plugin('content-manager').service('permission-checker').create({ userAbility, model });
