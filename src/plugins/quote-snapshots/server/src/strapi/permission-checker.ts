import type { Core } from '@strapi/strapi';
import { StrapiChangedError, withFunctions } from './strapi-changed-error';

type Query = Record<string, unknown>;
type Act = 'read' | 'create' | 'update' | 'publish';

/** The parts of the content manager's own checks that are used here. */
export interface PermissionChecker {
  cannot: Record<Act, (entity?: unknown, field?: string) => boolean>;
  sanitizedQuery: Record<'read' | 'publish' | 'update', (query: Query) => Promise<Query>>;
  /**
   * Removes from a query what the user may not ask for. Unlike `sanitizedQuery`, it does not add the conditions of the permission.
   */
  sanitizeQuery(query: Query): Promise<Query>;
  sanitizeCreateInput(data: Query): Promise<Query>;
  /** Removes from an entry the fields that the user may not read. */
  sanitizeOutput(entity: object): Promise<Query>;
}

interface PermissionCheckers extends Record<string, (...args: never[]) => unknown> {
  create(options: { userAbility: unknown; model: string }): PermissionChecker;
}

const missing = (checker: PermissionChecker | undefined): string | undefined => {
  const needed = {
    'cannot.read': checker?.cannot?.read,
    'cannot.create': checker?.cannot?.create,
    'cannot.update': checker?.cannot?.update,
    'cannot.publish': checker?.cannot?.publish,
    'sanitizedQuery.read': checker?.sanitizedQuery?.read,
    'sanitizedQuery.update': checker?.sanitizedQuery?.update,
    'sanitizedQuery.publish': checker?.sanitizedQuery?.publish,
    sanitizeQuery: checker?.sanitizeQuery,
    sanitizeCreateInput: checker?.sanitizeCreateInput,
    sanitizeOutput: checker?.sanitizeOutput,
  };
  return Object.entries(needed).find(([, value]) => typeof value !== 'function')?.[0];
};

/**
 * Checks what a user of the admin may do with documents of a type, with the service that the content manager itself uses
 * (`permission-checker`, private). The service knows conditions on entries, fields and locales.
 *
 * @param ability of the user (`ctx.state.userAbility`)
 * @param model uid of the content type
 * @throws StrapiChangedError if one of the checks is missing. Then the request ends, and nothing is shown or done.
 */
export const permissionChecker = (
  strapi: Core.Strapi,
  ability: unknown,
  model: string,
): PermissionChecker => {
  const what = 'the service `permission-checker` of the content manager';
  const service: unknown = strapi.plugin('content-manager')?.service('permission-checker');
  const checker = withFunctions<PermissionCheckers>(what, service, ['create']).create({
    userAbility: ability,
    model,
  });
  const lacks = missing(checker);
  if (lacks !== undefined) throw new StrapiChangedError(what, `it has no function "${lacks}"`);
  return checker;
};
