import type { Core } from '@strapi/strapi';
import { middlewaresIn } from './router-middlewares';
import { hasToBeDeclared, nameOfConfigured, type Configured } from './configured-middlewares';

/** A middleware of Koa. */
export type Middleware = (ctx: never, next: () => Promise<void>) => unknown;

const nameOf = (middleware: Middleware): string => middleware.name || '(function without a name)';

/** Texts by which the middlewares are known that Strapi adds by code, without a name. */
const OF_STRAPI = [
  // Telemetry, which counts requests; hits are not counted.
  'didReceiveRequest',
  // The MCP server's, which changes errors alone.
  'OAuth is not supported',
];

/** Whether a middleware is Strapi's own, and one that a hit need not pass. */
export const isOfStrapi = (middleware: Middleware): boolean => {
  const source = String(middleware);
  return OF_STRAPI.some((text) => source.includes(text));
};

/** The global middlewares of an app. */
export interface GlobalMiddlewares {
  /** Names of those that have to be declared, or passed by every hit. Complete once the server is mounted. */
  names(): string[];
  /**
   * What Strapi has made of those that `config/middlewares` has under a name, with their configuration. Empty before Strapi
   * has made them, and for any other name.
   */
  madeOf(name: string): Middleware[];
}

/**
 * Finds the global middlewares that have to be declared: those that `config/middlewares` names, and those that code
 * added to the server, its router or the router of an API with `use`, by the names of their functions. A hit would pass
 * none of them.
 *
 * Has to be called at `register`. Leans on the order in which Strapi fills Koa's list: its request context first, what
 * plugins and the app add at `register`, the configured ones by `initMiddlewares`, one for each that is configured, what
 * is added at `bootstrap`, and the router's two last.
 *
 * @param roads gives paths of what may be cached, or what they begin with; asked for once the server is mounted
 */
export const watchGlobalMiddlewares = (strapi: Core.Strapi, roads: () => string[]): GlobalMiddlewares => {
  const { server } = strapi;
  const list = server.app.middleware as Middleware[];
  const initialize = server.initMiddlewares.bind(server);
  const ofConfig = { before: 0, from: 0, to: 0 };
  const configured = (): Configured[] => strapi.config.get<Configured[]>('middlewares', []);
  server.initMiddlewares = async () => {
    ofConfig.before = list.length;
    const result = await initialize();
    ofConfig.to = list.length;
    // What a middleware adds while it is made, as `strapi::session` does, comes first.
    const count = configured().length;
    ofConfig.from = count > 0 ? list.length - count : ofConfig.before;
    return result;
  };
  return {
    names() {
      const named = configured().filter(hasToBeDeclared).map(nameOfConfigured);
      const inRouter = middlewaresIn<Middleware>(server.listRoutes(), roads());
      const added = [...list.slice(1, ofConfig.before), ...list.slice(ofConfig.to), ...inRouter]
        .filter((one) => !['dispatch', 'allowedMethods'].includes(one.name) && !isOfStrapi(one))
        .map(nameOf);
      return [...new Set([...named, ...added])];
    },
    madeOf(name) {
      const made = list.slice(ofConfig.from, ofConfig.to);
      return configured().flatMap((one, at) => (nameOfConfigured(one) === name ? (made[at] ?? []) : []));
    },
  };
};
