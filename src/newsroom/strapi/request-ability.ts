import type { Core } from '@strapi/strapi';

/** A permission, as CASL keeps it. */
interface Rule {
  fields?: string[];
  conditions?: object;
  /** Whether it takes a right away. */
  inverted: boolean;
  /** True where it has no conditions. */
  matchesConditions(entry: object): boolean;
  /** True where it is of all fields, or no field is given. */
  matchesField(field?: string): boolean;
}

/** The rights of a person, or of an admin token, as Strapi's permission engine (CASL) makes them. */
export interface Ability {
  rulesFor(action: string, subject: string): Rule[];
  cannot(action: string, subject: object): boolean;
}

/** A person of the admin. */
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

/** The abilities of admin tokens, by the request that showed the token. */
const tokenAbilities = new WeakMap<object, Ability>();
/** The owners of admin tokens, by the request that showed the token. */
const tokenOwners = new WeakMap<object, AdminUser>();

/**
 * Notes on each request the ability of the admin token that it showed. Strapi's MCP server authenticates by itself, past
 * `ctx.state`, and keeps the ability to itself.
 *
 * Leans on: the service `admin::api-token-admin` and its method `authenticateAdminToken`. Fails closed: where either is
 * gone, admin tokens see what visitors see over MCP, and change no files. Noticed: the attack suite, which reads
 * over MCP what each role may.
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
  /** Set by Strapi's router, for the route that it matched. */
  route?: { info?: { type?: string } };
  /** Set by the strategies that authenticate people and tokens of the admin, and by nothing else. */
  userAbility?: Ability;
  user?: AdminUser;
  /** Set by Strapi's MCP server. */
  auditSource?: string;
}

/** The ability of whoever sent the request that is being answered over the admin API or MCP; undefined otherwise. */
export const requestAbility = (strapi: Core.Strapi): Ability | undefined => {
  const request = strapi.requestContext.get();
  if (!request) return undefined;
  const { route, userAbility } = request.state as RequestState;
  return (route?.info?.type === 'admin' ? userAbility : undefined) ?? tokenAbilities.get(request);
};

/** The person of the admin, or the owner of the admin token, who sent the request that is being answered. */
export const requestAdminUser = (strapi: Core.Strapi): AdminUser | undefined => {
  const request = strapi.requestContext.get();
  if (!request) return undefined;
  const { route, user } = request.state as RequestState;
  return (route?.info?.type === 'admin' ? user : undefined) ?? tokenOwners.get(request);
};

/** Whether the request that is being answered came to Strapi's MCP server. */
export const isMcpRequest = (strapi: Core.Strapi): boolean =>
  (strapi.requestContext.get()?.state as RequestState | undefined)?.auditSource === 'mcp';
