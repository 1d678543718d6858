import { read, wholeNumber, type Environment } from '../environment';

/** Requests that one address may make in a minute; 0 for any number. */
export interface RateLimits {
  /** To the content API and to GraphQL. */
  public: number;
  /** To whatever takes a password or sends a mail. */
  signIn: number;
}

/** @throws Error that names the variable, its value and the range */
export const readRateLimits = (env: Environment): RateLimits => ({
  public: wholeNumber(env, 'RATE_LIMIT_PUBLIC', 600, 1_000_000),
  signIn: wholeNumber(env, 'RATE_LIMIT_SIGN_IN', 20, 1_000_000),
});

/**
 * How many leading bits of an IPv6 address name the network that is counted as one client.
 *
 * @throws Error that names the variable, its value and the range
 */
export const readIpv6Prefix = (env: Environment): number =>
  wholeNumber(env, 'RATE_LIMIT_IPV6_PREFIX', 64, 128, 1);

/**
 * How many proxies stand in front of this node. So many addresses of `X-Forwarded-For`, counted from its end, were
 * written by proxies of ours; what stands before them is whatever the client made up.
 *
 * @throws Error that names the variable, its value and the range
 */
export const readProxy = (env: Environment): { koa: boolean; maxIpsCount: number } => {
  const proxies = wholeNumber(env, 'TRUST_PROXY', 0, 10);
  return { koa: proxies > 0, maxIpsCount: proxies };
};

/**
 * Websites whose scripts may send cookies along; without any, every website may read what is public, and none may
 * send cookies. The admin UI, which has the API's own origin, needs neither.
 *
 * @throws Error that names the variable and the value that is no origin
 */
export const readCors = (env: Environment): { origin: string | string[]; credentials: boolean } => {
  const origins = (read(env, 'CORS_ORIGINS') ?? '').split(',').map((origin) => origin.trim());
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
