import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { factories, type Core, type UID } from '@strapi/strapi';

/** The route that Strapi matched, as it notes it in `ctx.state.route`. */
export interface MatchedRoute {
  path?: string;
  handler?: unknown;
  config?: { auth?: unknown; policies?: unknown[]; middlewares?: unknown[] };
  info?: { apiName?: string; pluginName?: string; type?: string };
}

/**
 * Handlers of Strapi's own plugins that read the database and nothing else, with the functions that they consist of. Each of
 * these stands in the file of the same name in Strapi's package.
 */
const OF_STRAPI: Readonly<Record<string, { uid: string; controller: string[]; service: string[] }>> = {
  'plugin::i18n.locales.listLocales': {
    uid: 'plugin::i18n.locales',
    controller: ['listLocales'],
    service: ['find', 'setIsDefault', 'getDefaultLocale'],
  },
};

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
 * Whether these functions are those of a file of Strapi's plugin i18n, by their text. Not those that the plugin has loaded:
 * an extension puts its own into their place. Where the file is not found, they are not Strapi's.
 */
const areOfI18n = (strapi: Core.Strapi, file: string, holder: unknown, names: readonly string[]): boolean => {
  let source: string;
  try {
    const ofApp = createRequire(path.join(strapi.dirs.app.root, 'package.json'));
    // Of the dependencies of Strapi itself: an app need not have the plugin among its own.
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
 * Whether a handler is Strapi's own reading of a content type, with nothing of the app's in it: neither the controller nor
 * the service was replaced in a part that a read uses.
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
