import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { factories, type Core, type UID } from '@strapi/strapi';

/** The route that Strapi matched, as in `ctx.state.route`. */
export interface MatchedRoute {
  path?: string;
  handler?: unknown;
  config?: { auth?: unknown; policies?: unknown[]; middlewares?: unknown[] };
  info?: { apiName?: string; pluginName?: string; type?: string };
}

/**
 * Handlers of Strapi's own plugins that only read the database, with the functions that they consist of. Each function is in the
 * file of the same name in Strapi's package.
 */
const OF_STRAPI: Readonly<Record<string, { uid: string; controller: string[]; service: string[] }>> = {
  'plugin::i18n.locales.listLocales': {
    uid: 'plugin::i18n.locales',
    controller: ['listLocales'],
    service: ['find', 'setIsDefault', 'getDefaultLocale'],
  },
};

const READS = ['find', 'findOne'];
/** The functions that the actions of a controller and a service call on themselves. */
const CONTROLLER_PARTS = ['transformResponse', 'sanitizeOutput', 'sanitizeQuery', 'validateQuery'];
const SERVICE_PARTS = ['getFetchParams'];

type Parts = Record<string, unknown>;

/** Whether the code of these methods is Strapi's. Each content type has its own functions with the same text. */
const isSame = (given: unknown, stock: unknown, names: readonly string[]): boolean =>
  names.every((name) => String((given as Parts | undefined)?.[name]) === String((stock as Parts)[name]));

/** The full name of a route's handler, for example `api::article.article.find`; undefined if the handler is a function. */
export const handlerName = ({ handler, info }: MatchedRoute): string | undefined => {
  if (typeof handler !== 'string') return undefined;
  if (/^(api|plugin|admin)::/.test(handler)) return handler;
  if (info?.pluginName) return `plugin::${info.pluginName}.${handler}`;
  return info?.apiName ? `api::${info.apiName}.${handler}` : handler;
};

/**
 * The name that a route is declared by: its path with the API's prefix. A plugin's routes have a prefix of their own, which is not
 * noted, so they are declared by their handlers.
 *
 * @param rest the prefix of the content API, `/api`
 */
export const routeName = ({ path, info }: MatchedRoute, rest: string): string | undefined => {
  if (path === undefined || info?.pluginName !== undefined) return undefined;
  return info?.type === 'content-api' ? `${rest}${path}` : path;
};

/**
 * Whether these functions are those of a file of Strapi's i18n plugin, by their text. They are not compared with the loaded plugin,
 * because an extension replaces its functions there. If the file is not found, they do not count as Strapi's.
 */
const areOfI18n = (strapi: Core.Strapi, file: string, holder: unknown, names: readonly string[]): boolean => {
  let source: string;
  try {
    const ofApp = createRequire(path.join(strapi.dirs.app.root, 'package.json'));
    // Resolved from Strapi itself, because an app need not have the plugin among its own dependencies.
    const ofStrapi = createRequire(ofApp.resolve('@strapi/strapi/package.json'));
    const server = path.dirname(ofStrapi.resolve('@strapi/i18n/strapi-server'));
    source = readFileSync(path.join(server, file), 'utf8');
  } catch {
    return false;
  }
  return names.every((name) => {
    const given = (holder as Parts | undefined)?.[name];
    if (typeof given !== 'function') return false;
    const text = String(given);
    const isNamed = text.startsWith(`async ${name} (`) && source.includes(`\n    ${text}`);
    return (
      isNamed ||
      source.includes(`\nconst ${name} = ${text};\n`) ||
      source.includes(`\nconst ${name} = ${text}\n`)
    );
  });
};

/**
 * Whether a handler is Strapi's own reading of a content type, without code of the app: no part of the controller or the service
 * that a read uses was replaced.
 */
export const isStockHandler = (strapi: Core.Strapi, name: string): boolean => {
  const known = OF_STRAPI[name];
  if (known) {
    return (
      areOfI18n(strapi, 'controllers/locales.js', strapi.controllers[known.uid], known.controller) &&
      areOfI18n(strapi, 'services/locales.js', strapi.services[known.uid], known.service)
    );
  }
  const [, uid = '', action = ''] = /^(.*)\.([^.]+)$/.exec(name) ?? [];
  if (!READS.includes(action) || !(uid in strapi.contentTypes)) return false;
  const type = uid as UID.ContentType;
  const stockController = factories.createCoreController(type)({ strapi });
  if (!isSame(strapi.controllers[uid], stockController, [action, ...CONTROLLER_PARTS])) return false;
  const stockService = factories.createCoreService(type)({ strapi });
  return isSame(strapi.services[uid], stockService, [action, ...SERVICE_PARTS]);
};

/** Names of the policies and middlewares of a route; `(function)` for what has no name. */
export const namesOfRouteCode = ({ config }: MatchedRoute): { policies: string[]; middlewares: string[] } => {
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
