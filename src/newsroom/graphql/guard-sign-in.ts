import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { clientKey } from '../rate-limits/client-key';
import { createRateLimiter, countRequest, tooManyRequests } from '../rate-limits/rate-limiter';

interface Context {
  state: { auth?: { strategy?: { name?: string } } };
  koaContext: { ip: string };
}
type Resolved = [parent: unknown, args: unknown, context: Context, info: unknown];
type Middleware = (next: (...args: Resolved) => Promise<unknown>, ...args: Resolved) => Promise<unknown>;

/** Mutations that sign in, with the action of the content API that does the same. */
const ACTIONS: Readonly<Record<string, string>> = {
  login: 'callback',
  register: 'register',
  forgotPassword: 'forgotPassword',
  resetPassword: 'resetPassword',
  emailConfirmation: 'emailConfirmation',
};

/**
 * Requires for these mutations the permission that REST requires. Strapi opens them to everyone, so anybody could register over
 * GraphQL even if an admin has switched off registration.
 *
 * The rate limit of sign-in applies too, except to requests with a valid API token.
 *
 * @param perMinute how often an address may try; 0 for no limit
 * @param prefix the number of leading bits that identify a client's IPv6 network
 */
export const guardSignInMutations = (strapi: Core.Strapi, perMinute: number, prefix: number): void => {
  const limiter = createRateLimiter(perMinute);
  // An extension cannot change the `auth` that Strapi sets for them, because the first value wins.
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
        limiter && isCounted
          ? await countRequest(limiter, clientKey(context.koaContext.ip, prefix))
          : undefined;
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
