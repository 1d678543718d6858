import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { clientKey } from '../rate-limits/client-key';
import { createRateLimiter, consume, tooManyRequests } from '../rate-limits/rate-limiter';

interface Context {
  state: { auth?: { strategy?: { name?: string } } };
  koaContext: { ip: string };
}
type Resolved = [parent: unknown, args: unknown, context: Context, info: unknown];
type Middleware = (next: (...args: Resolved) => Promise<unknown>, ...args: Resolved) => Promise<unknown>;

/** Sign-in over GraphQL, and the action of the content API that does the same. */
const ACTIONS: Readonly<Record<string, string>> = {
  login: 'callback',
  register: 'register',
  forgotPassword: 'forgotPassword',
  resetPassword: 'resetPassword',
  emailConfirmation: 'emailConfirmation',
};

/**
 * Strapi opens these mutations to everyone, whatever the public role may do over REST: where an admin lets nobody
 * register, anybody could over GraphQL. Here one permission decides for both.
 *
 * Over GraphQL as over REST, an address may try only a few times, unless it shows a valid API token.
 *
 * @param perMinute how often an address may try; 0 for any number
 * @param prefix how many bits of an IPv6 address name a client
 */
export const guardSignInMutations = (strapi: Core.Strapi, perMinute: number, prefix: number): void => {
  const limiter = createRateLimiter(perMinute);
  // The `auth` that Strapi gives them cannot be changed by an extension: the first to give one wins.
  const requires =
    (action: string): Middleware =>
    async (next, ...args) => {
      const [, , context] = args;
      try {
        await strapi
          .get('auth')
          .verify(context.state.auth, { scope: [`plugin::users-permissions.auth.${action}`] });
      } catch {
        throw new errors.ForbiddenError('Forbidden access');
      }
      const isCounted = context.state.auth?.strategy?.name !== 'content-api-token';
      const seconds =
        limiter && isCounted ? await consume(limiter, clientKey(context.koaContext.ip, prefix)) : undefined;
      if (seconds !== undefined) throw tooManyRequests(seconds);
      return next(...args);
    };
  const resolversConfig = Object.fromEntries(
    Object.entries(ACTIONS).map(([mutation, action]) => [
      `Mutation.${mutation}`,
      { middlewares: [requires(action)] },
    ]),
  );
  strapi.plugin('graphql').service('extension').use({ resolversConfig });
};
