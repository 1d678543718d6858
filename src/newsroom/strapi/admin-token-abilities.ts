import type { Core } from '@strapi/strapi';
import type { Ability } from '../visibility/admin-visibility';

interface AdminTokens {
  authenticateAdminToken(token: string): Promise<{ authenticated: boolean; ability?: Ability }>;
}

/**
 * Notes on each request the abilities of the admin token that it showed. Strapi's MCP server authenticates by
 * itself and keeps them to itself: without this, whoever uses it would be taken for a visitor, and shown no drafts.
 *
 * Leans on the name of a service of Strapi's admin: where it is gone, admin tokens see what visitors see.
 */
export const trackAdminTokenAbilities = (strapi: Core.Strapi): ((request: object) => Ability | undefined) => {
  const abilities = new WeakMap<object, Ability>();
  const tokens = strapi.service('admin::api-token-admin') as AdminTokens | undefined;
  if (tokens) {
    const authenticate = tokens.authenticateAdminToken.bind(tokens);
    tokens.authenticateAdminToken = async (token) => {
      const result = await authenticate(token);
      const request = strapi.requestContext.get();
      if (request && result.authenticated && result.ability) abilities.set(request, result.ability);
      return result;
    };
  }
  return (request) => abilities.get(request);
};
