import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Core } from '@strapi/strapi';
import type { GlobalMiddlewares } from './global-middlewares';

type Middleware = (ctx: object, next: () => Promise<void>) => unknown;
type Factory = (config: object, tools: { strapi: Core.Strapi }) => Middleware | undefined;

/** Whether a request passes. A middleware that refuses it has not answered it yet. */
export type Gate = (req: IncomingMessage, res: ServerResponse, route: unknown) => Promise<boolean>;

/**
 * Makes the check that each hit must pass before it is answered. A request that does not pass goes to Strapi, which refuses it in
 * its own words.
 *
 * @param names of Strapi middlewares, as `config/middlewares` would name them
 * @param madeOf gives the middlewares that Strapi itself has made from a name in `config/middlewares`. Hits pass these same
 *   middlewares. A second rate limit would count twice, and a list of addresses without its configuration would be empty.
 * @returns undefined if there is nothing to pass
 * @throws Error for a name that Strapi does not know
 */
export const everyHitPasses = (
  strapi: Core.Strapi,
  names: readonly string[],
  madeOf: GlobalMiddlewares['madeOf'],
): Gate | undefined => {
  if (names.length === 0) return undefined;
  const middlewares = names.flatMap((name): Middleware[] => {
    const made = madeOf(name) as Middleware[];
    if (made.length > 0) return made;
    const factory = strapi.middleware(name) as Factory | undefined;
    if (!factory) {
      throw new Error(
        `The configuration of plugin "response-cache" has "${name}" in everyHitPasses: there is no such middleware.`,
      );
    }
    const own = factory({}, { strapi });
    return own ? [own] : [];
  });
  return async (req, res, route) => {
    const ctx = strapi.server.app.createContext(req, res);
    ctx.state.route = route;
    let passed = 0;
    const pass = async (at: number): Promise<void> => {
      const middleware = middlewares[at];
      passed = Math.max(passed, at);
      if (middleware) await middleware(ctx, () => pass(at + 1));
    };
    try {
      await pass(0);
      return passed === middlewares.length;
    } catch {
      return false;
    }
  };
};
