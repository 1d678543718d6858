import type { Core } from '@strapi/strapi';

/** A permission of CASL. */
interface Rule {
  fields?: string[];
  conditions?: object;
  /** Whether it forbids instead of allowing. */
  inverted: boolean;
  /** True if it has no conditions. */
  matchesConditions(entry: object): boolean;
  /** True if it covers all fields, or if no field is given. */
  matchesField(field?: string): boolean;
}

/** The rights of a user, or of an admin token, from Strapi's permission engine (CASL). */
export interface Ability {
  rulesFor(action: string, subject: string): Rule[];
  cannot(action: string, subject: object): boolean;
}

/** A user of the admin UI. */
export interface AdminUser {
  id: number | string;
  firstname?: string | null;
  lastname?: string | null;
  username?: string | null;
}

interface AdminTokenService {
  authenticateAdminToken(
    token: string,
  ): Promise<{ authenticated: boolean; ability?: Ability; user?: AdminUser }>;
}

/** The abilities of admin tokens, by the request that sent the token. */
const tokenAbilities = new WeakMap<object, Ability>();
/** The owners of admin tokens, by the request that sent the token. */
const tokenOwners = new WeakMap<object, AdminUser>();

/**
 * Stores for each request the ability of its admin token. Strapi's MCP server authenticates by itself, without `ctx.state`, and
 * does not expose the ability.
 *
 * Leans on: the service `admin::api-token-admin` and its method `authenticateAdminToken`. Fails closed: without them, admin tokens
 * see over MCP what visitors see, and cannot change files. Noticed by the attack suite, which reads over MCP as each role.
 */
export const trackAdminTokenAbilities = (strapi: Core.Strapi): void => {
  const tokens = strapi.service('admin::api-token-admin') as AdminTokenService | undefined;
  if (!tokens) return;
  const authenticate = tokens.authenticateAdminToken.bind(tokens);
  tokens.authenticateAdminToken = async (token) => {
    const result = await authenticate(token);
    const request = strapi.requestContext.get();
    if (!request || !result.authenticated) return result;
    if (result.ability) tokenAbilities.set(request, result.ability);
    if (result.user) tokenOwners.set(request, result.user);
    return result;
  };
};

interface RequestState {
  /** Set by Strapi's router to the matched route. */
  route?: { info?: { type?: string } };
  /** Set only by the strategies that authenticate users and tokens of the admin UI. */
  userAbility?: Ability;
  user?: AdminUser;
  /** Set by Strapi's MCP server. */
  auditSource?: string;
}

/** The ability of the caller of the current request over the admin API or MCP; otherwise undefined. */
export const requestAbility = (strapi: Core.Strapi): Ability | undefined => {
  const request = strapi.requestContext.get();
  if (!request) return undefined;
  const { route, userAbility } = request.state as RequestState;
  return (route?.info?.type === 'admin' ? userAbility : undefined) ?? tokenAbilities.get(request);
};

/** The user of the admin UI, or the owner of the admin token, who sent the current request. */
export const requestAdminUser = (strapi: Core.Strapi): AdminUser | undefined => {
  const request = strapi.requestContext.get();
  if (!request) return undefined;
  const { route, user } = request.state as RequestState;
  return (route?.info?.type === 'admin' ? user : undefined) ?? tokenOwners.get(request);
};

/** Whether the current request came to Strapi's MCP server. */
export const isMcpRequest = (strapi: Core.Strapi): boolean =>
  (strapi.requestContext.get()?.state as RequestState | undefined)?.auditSource === 'mcp';
