import type { Core } from '@strapi/strapi';

/** The rights of a person, or of an admin token, as Strapi's permission engine (CASL) makes them. */
export interface Ability {
  rulesFor(action: string, subject: string): { fields?: string[]; conditions?: object; inverted: boolean }[];
  cannot(action: string, subject: object): boolean;
}

interface AdminTokenService {
  authenticateAdminToken(token: string): Promise<{ authenticated: boolean; ability?: Ability }>;
}

/** The abilities of admin tokens, by the request that showed the token. */
const tokenAbilities = new WeakMap<object, Ability>();

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
    if (request && result.authenticated && result.ability) tokenAbilities.set(request, result.ability);
    return result;
  };
};

interface RequestState {
  /** Set by Strapi's router, for the route that it matched. */
  route?: { info?: { type?: string } };
  /** Set by the strategies that authenticate people and tokens of the admin, and by nothing else. */
  userAbility?: Ability;
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

/** Whether the request that is being answered came to Strapi's MCP server. */
export const isMcpRequest = (strapi: Core.Strapi): boolean =>
  (strapi.requestContext.get()?.state as RequestState | undefined)?.auditSource === 'mcp';
