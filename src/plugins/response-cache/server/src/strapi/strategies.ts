import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { MatchedRoute } from './stock-handlers';

/** A strategy of Strapi's authentication. */
export interface Strategy {
  name: string;
  authenticate?: unknown;
  verify?: unknown;
}

/** A context with which Strapi's authentication calls no strategy. */
type Probe = { state: { route: object }; unauthorized(): void };

/**
 * The list of the content API's strategies as Strapi's authentication holds it, so that later changes are in it too. The service
 * keeps it to itself, and other plugins may register strategies before this one is called, so the list is taken from a look-up in
 * it: the service looks for a strategy by `find`, without waiting for anything.
 *
 * Must be called at `register`: an app may wrap the service later, and then it does not look at once.
 *
 * @returns undefined if the service does not do so
 */
export const registeredStrategies = (strapi: Core.Strapi): readonly Strategy[] | undefined => {
  let registered: readonly Strategy[] | undefined;
  const { find } = Array.prototype;
  const strategies = {
    reduce(look: (found: unknown[], name: string) => unknown): unknown[] {
      // Replaced for one synchronous call, because nothing else gives the list.
      Array.prototype.find = function (this: unknown[]): undefined {
        registered = this as Strategy[];
      };
      try {
        look([], 'any');
      } finally {
        Array.prototype.find = find;
      }
      return [];
    },
  };
  const probe: Probe = {
    state: { route: { info: { type: 'content-api' }, config: { auth: { strategies } } } },
    unauthorized() {},
  };
  const authenticate = strapi.get('auth').authenticate as unknown as (
    ctx: Probe,
    next: () => void,
  ) => Promise<void>;
  authenticate(probe, () => {}).catch(() => undefined);
  return registered;
};

/** The files of Strapi's own strategies, in their packages, beside the entry for the server. */
const FILES: Readonly<Record<string, [packageName: string, file: string]>> = {
  'content-api-token': ['@strapi/admin', 'server/src/strategies/content-api-token.js'],
  'users-permissions': ['@strapi/plugin-users-permissions', 'strategies/users-permissions.js'],
};
const JWT_FILE = ['@strapi/plugin-users-permissions', 'services/jwt.js'] as const;

/** The text of a file of one of Strapi's packages; empty if it is not found, so that nothing counts as Strapi's. */
const sourceOf = (strapi: Core.Strapi, packageName: string, file: string): string => {
  try {
    const ofApp = createRequire(path.join(strapi.dirs.app.root, 'package.json'));
    const ofStrapi = createRequire(ofApp.resolve('@strapi/strapi/package.json'));
    return readFileSync(
      path.join(path.dirname(ofStrapi.resolve(`${packageName}/strapi-server`)), file),
      'utf8',
    );
  } catch {
    return '';
  }
};

/** Finds the strategies, among those that a route asks, which are not Strapi's own. */
export interface StrategyWatch {
  /** The name of the first such strategy that is not declared. */
  findUndeclared(route: MatchedRoute, isDeclared: (name: string) => boolean): string | undefined;
}

/**
 * Watches by which strategies callers are recognized. Strapi's own look at `Authorization` alone, which is part of each key. Others
 * may look at any header, and so may a `getToken` that an app gives the service `jwt` of users-permissions.
 *
 * What is executed is compared by its text, at each answer, because code may
 * replace it at any time.
 *
 * @param registered given by {@link registeredStrategies}; undefined if it is not known. Then only answers of routes without
 * authentication may be stored.
 */
export const watchStrategies = (
  strapi: Core.Strapi,
  registered: readonly Strategy[] | undefined,
): StrategyWatch => {
  const sources = new Map(
    Object.entries(FILES).map(([name, [packageName, file]]) => [name, sourceOf(strapi, packageName, file)]),
  );
  const jwtSource = sourceOf(strapi, ...JWT_FILE);
  const known = new WeakMap<object, boolean>();
  const isIn = (source: string, code: unknown): boolean => {
    if (typeof code !== 'function') return false;
    const before = known.get(code);
    if (before !== undefined) return before;
    const is = source.includes(String(code));
    known.set(code, is);
    return is;
  };
  const readsAuthorization = (): boolean => {
    const service = strapi.plugin('users-permissions')?.service('jwt') as { getToken?: unknown } | undefined;
    return isIn(jwtSource, service?.getToken);
  };
  const isOfStrapi = ({ name, authenticate, verify }: Strategy): boolean => {
    const source = sources.get(name);
    if (source === undefined || !isIn(source, authenticate) || !isIn(source, verify)) return false;
    return name !== 'users-permissions' || readsAuthorization();
  };
  /** The strategies that Strapi asks for a route, as its authentication chooses them. */
  const askedFor = ({ config }: MatchedRoute): readonly Strategy[] => {
    if (config?.auth === false || !registered) return [];
    const given = (config?.auth as { strategies?: readonly (string | Strategy)[] } | undefined)?.strategies;
    return (given ?? registered).flatMap((one) =>
      typeof one === 'string' ? registered.filter(({ name }) => name === one).slice(0, 1) : [one],
    );
  };
  return {
    findUndeclared(route, isDeclared) {
      if (!registered && route.config?.auth !== false) return '(unknown)';
      return askedFor(route).find((one) => !isOfStrapi(one) && !isDeclared(one.name))?.name;
    },
  };
};
