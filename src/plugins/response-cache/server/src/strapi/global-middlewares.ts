import type { Core } from '@strapi/strapi';
import { hasToBeDeclared, nameOfConfigured, type Configured } from './configured-middlewares';

type Middleware = (...args: never[]) => unknown;

const nameOf = (middleware: Middleware): string => middleware.name || '(function without a name)';

/** What stands in the middlewares that Strapi adds by code, under no name of their own. */
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

/**
 * Finds the global middlewares that have to be declared: those that `config/middlewares` names, and those that code
 * added with `strapi.server.use`, by the names of their functions. A hit would pass none of them.
 *
 * Has to be called at `register`. Leans on the order in which Strapi fills Koa's list: its request context first, what
 * plugins and the app add at `register`, the configured ones by `initMiddlewares`, what is added at `bootstrap`, and
 * the router's two last.
 *
 * @returns a function that lists them once the server is mounted
 */
export const watchGlobalMiddlewares = (strapi: Core.Strapi): (() => string[]) => {
  const { server } = strapi;
  const list = server.app.middleware as Middleware[];
  const initialize = server.initMiddlewares.bind(server);
  const configured = { from: 0, to: 0 };
  server.initMiddlewares = async () => {
    configured.from = list.length;
    const result = await initialize();
    configured.to = list.length;
    return result;
  };
  return () => {
    const named = strapi.config
      .get<Configured[]>('middlewares', [])
      .filter(hasToBeDeclared)
      .map(nameOfConfigured);
    const added = [...list.slice(1, configured.from), ...list.slice(configured.to)]
      .filter((one) => !['dispatch', 'allowedMethods'].includes(one.name) && !isOfStrapi(one))
      .map(nameOf);
    return [...new Set([...named, ...added])];
  };
};
