import { factories, type Core, type UID } from '@strapi/strapi';

/** The route that Strapi matched, as it notes it in `ctx.state.route`. */
export interface MatchedRoute {
  path?: string;
  handler?: unknown;
  config?: { auth?: unknown; policies?: unknown[]; middlewares?: unknown[] };
  info?: { apiName?: string; pluginName?: string; type?: string };
}

/** Handlers of Strapi's own plugins that read the database and nothing else. */
const OF_STRAPI = new Set(['plugin::i18n.locales.listLocales']);

const READS = ['find', 'findOne'];
/** What the actions of a controller and a service call on themselves. */
const CONTROLLER_PARTS = ['transformResponse', 'sanitizeOutput', 'sanitizeQuery', 'validateQuery'];
const SERVICE_PARTS = ['getFetchParams'];

type Parts = Record<string, unknown>;

/** Whether the code of these methods is Strapi's: each content type has functions of its own, with the same text. */
const isSame = (given: unknown, stock: unknown, names: readonly string[]): boolean =>
  names.every((name) => String((given as Parts | undefined)?.[name]) === String((stock as Parts)[name]));

/** The full name of a route's handler, `api::article.article.find`; undefined for one that is a function. */
export const handlerName = ({ handler, info }: MatchedRoute): string | undefined => {
  if (typeof handler !== 'string') return undefined;
  if (/^(api|plugin|admin)::/.test(handler)) return handler;
  if (info?.pluginName) return `plugin::${info.pluginName}.${handler}`;
  return info?.apiName ? `api::${info.apiName}.${handler}` : handler;
};

/**
 * The name that a route is declared by: its path, with the API's prefix before it. A plugin's routes have a prefix of their own,
 * which is not noted: they are declared by their handlers.
 *
 * @param rest the prefix of the content API, `/api`
 */
export const routeName = ({ path, info }: MatchedRoute, rest: string): string | undefined => {
  if (path === undefined || info?.pluginName !== undefined) return undefined;
  return info?.type === 'content-api' ? `${rest}${path}` : path;
};

/**
 * Whether a handler is Strapi's own reading of a content type, with nothing of the app's in it: neither the controller nor
 * the service was replaced in a part that a read uses.
 */
export const isStockHandler = (strapi: Core.Strapi, name: string): boolean => {
  if (OF_STRAPI.has(name)) return true;
  const [, uid = '', action = ''] = /^(.*)\.([^.]+)$/.exec(name) ?? [];
  if (!READS.includes(action) || !(uid in strapi.contentTypes)) return false;
  const type = uid as UID.ContentType;
  const stockController = factories.createCoreController(type)({ strapi });
  if (!isSame(strapi.controllers[uid], stockController, [action, ...CONTROLLER_PARTS])) return false;
  const stockService = factories.createCoreService(type)({ strapi });
  return isSame(strapi.services[uid], stockService, [action, ...SERVICE_PARTS]);
};

/** Names of the policies and middlewares of a route; `(function)` for what has no name. */
export const namesOnRoute = ({ config }: MatchedRoute): { policies: string[]; middlewares: string[] } => {
  const nameOf = (one: unknown): string => {
    if (typeof one === 'string') return one;
    if (typeof one === 'function') return one.name || '(function)';
    return (one as { name?: string } | null)?.name ?? '(function)';
  };
  return {
    policies: (config?.policies ?? []).map(nameOf),
    middlewares: (config?.middlewares ?? []).map(nameOf),
  };
};
