import { readVariable, wholeNumber, type Environment } from '../environment';

/** Requests that one address may send in a minute; 0 for no limit. */
export interface RateLimits {
  /** For the content API and GraphQL. */
  public: number;
  /** For routes that accept a password or send a mail. */
  signIn: number;
}

/** @throws Error that names the variable, its value and the range */
export const readRateLimits = (env: Environment): RateLimits => ({
  public: wholeNumber(env, 'RATE_LIMIT_PUBLIC', 600, 1_000_000),
  signIn: wholeNumber(env, 'RATE_LIMIT_SIGN_IN', 20, 1_000_000),
});

/**
 * The number of leading bits of an IPv6 address that identify one client's network.
 *
 * @throws Error that names the variable, its value and the range
 */
export const readIpv6Prefix = (env: Environment): number =>
  wholeNumber(env, 'RATE_LIMIT_IPV6_PREFIX', 64, 128, 1);

/**
 * The number of proxies in front of this node. Our proxies wrote as many addresses at the end of `X-Forwarded-For`. The client may
 * have made up the addresses before them.
 *
 * @throws Error that names the variable, its value and the range
 */
export const readProxy = (env: Environment): { koa: boolean; maxIpsCount: number } => {
  const proxies = wholeNumber(env, 'TRUST_PROXY', 0, 10);
  return { koa: proxies > 0, maxIpsCount: proxies };
};

/**
 * The websites whose scripts may send cookies. Without any, every website may read public content, and none may send cookies. The
 * admin UI has the same origin as the API and does not need this.
 *
 * @throws Error that names the variable and the value that is not an origin
 */
export const readCors = (env: Environment): { origin: string | string[]; credentials: boolean } => {
  const origins = (readVariable(env, 'CORS_ORIGINS') ?? '').split(',').map((origin) => origin.trim());
  const given = origins.filter((origin) => origin !== '');
  for (const origin of given) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      throw new Error(
        `CORS_ORIGINS has "${origin}": give origins as https://www.example.com, with commas between.`,
      );
    }
  }
  return given.length > 0 ? { origin: given, credentials: true } : { origin: '*', credentials: false };
};
