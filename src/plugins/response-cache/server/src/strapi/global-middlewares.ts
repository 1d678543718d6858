import type { Core } from '@strapi/strapi';
import { middlewaresIn } from './router-middlewares';
import { hasToBeDeclared, nameOfConfigured, type Configured } from './configured-middlewares';

/** A middleware of Koa. */
export type Middleware = (ctx: never, next: () => Promise<void>) => unknown;

const nameOf = (middleware: Middleware): string => middleware.name || '(function without a name)';

/** Texts in the source of middlewares that Strapi adds by code. These have no name by which to tell them. */
const OF_STRAPI = [
  // Telemetry, which counts requests. Hits are not counted.
  'didReceiveRequest',
  // The MCP server's middleware, which changes errors only.
  'OAuth is not supported',
];

/** Whether a middleware is Strapi's own and a hit may skip it. */
export const isOfStrapi = (middleware: Middleware): boolean => {
  const source = String(middleware);
  return OF_STRAPI.some((text) => source.includes(text));
};

/** The router that Strapi mounts, as far as it is needed here. */
interface ServerRouter {
  allowedMethods(): unknown;
}

/**
 * Whether a middleware is one of the two that Strapi mounts its router with. Another router has functions of the same names. Its
 * `allowedMethods` is the same code, which only answers what no route has answered.
 */
export const isOfRouter = (middleware: Middleware, router: ServerRouter): boolean =>
  (middleware as { router?: unknown }).router === router ||
  String(middleware) === String(router.allowedMethods());

/** The global middlewares of an app. */
export interface GlobalMiddlewares {
  /** Names of the middlewares that have to be declared or run for every hit. Complete once the server is mounted. */
  names(): string[];
  /**
   * The functions that Strapi has made of the entries with this name in `config/middlewares`. Empty for any other name, and before
   * Strapi has made them.
   */
  madeOf(name: string): Middleware[];
}

/**
 * Finds the global middlewares that have to be declared, since a hit would skip them: those in `config/middlewares`, and those that
 * code added with `use` to the server, its router or the router of an API. The latter are known by the names of their functions.
 *
 * Must be called at `register`. It relies on the order in which Strapi fills Koa's list: first its request context, then what
 * plugins and the app add at `register`, then the configured ones (by `initMiddlewares`, one for each entry), then what is added at
 * `bootstrap`, and last the router's two. Routes that code adds to a router are not here: each answer is judged by the layers that it
 * passed, see `codeBeforeRoute`.
 *
 * @param endpoints returns the paths, or their beginnings, whose answers may be cached; called once the server is mounted
 */
export const watchGlobalMiddlewares = (strapi: Core.Strapi, endpoints: () => string[]): GlobalMiddlewares => {
  const { server } = strapi;
  const list = server.app.middleware as Middleware[];
  const initialize = server.initMiddlewares.bind(server);
  const ofConfig = { before: 0, from: 0, to: 0 };
  const configured = (): Configured[] => strapi.config.get<Configured[]>('middlewares', []);
  server.initMiddlewares = async () => {
    ofConfig.before = list.length;
    const result = await initialize();
    ofConfig.to = list.length;
    // A configured middleware may add others while it is made, as `strapi::session` does. Those come first.
    const count = configured().length;
    ofConfig.from = count > 0 ? list.length - count : ofConfig.before;
    return result;
  };
  return {
    names() {
      const named = configured().filter(hasToBeDeclared).map(nameOfConfigured);
      const inRouter = middlewaresIn<Middleware>(server.listRoutes(), endpoints());
      const added = [...list.slice(1, ofConfig.before), ...list.slice(ofConfig.to), ...inRouter]
        .filter((one) => !isOfRouter(one, server.router) && !isOfStrapi(one))
        .map(nameOf);
      return [...new Set([...named, ...added])];
    },
    madeOf(name) {
      const made = list.slice(ofConfig.from, ofConfig.to);
      return configured().flatMap((one, at) => (nameOfConfigured(one) === name ? (made[at] ?? []) : []));
    },
  };
};
