import type { Core } from '@strapi/strapi';

type Act = 'create' | 'read' | 'update' | 'publish';

/** What a person of the admin may do with entries of one type: of any, or of the entry given; with all of it, or with the field given. */
export interface PermissionChecker {
  can: Record<Act, (entry?: object, field?: string) => boolean>;
  cannot: Record<Act, (entry?: object, field?: string) => boolean>;
  /** Adds the conditions of a permission to a query. */
  sanitizedQuery: Record<Act, (query: object) => Promise<Record<string, unknown>>>;
  /** An entry without the fields that may not be read. */
  sanitizeOutput(entry: object): Promise<Record<string, unknown>>;
}

/**
 * Leans on: the content manager's service `permission-checker`, which its own controllers ask. Fails closed: without it
 * the request ends with an error.
 *
 * @param userAbility as Strapi notes it in `ctx.state`
 */
export const permissionChecker = (
  strapi: Core.Strapi,
  userAbility: unknown,
  model: string,
): PermissionChecker =>
  strapi.plugin('content-manager').service('permission-checker').create({ userAbility, model });
