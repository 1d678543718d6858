import type { Core } from '@strapi/strapi';
import type { Cache } from './cache';
import type { GlobalMiddlewares } from './strapi/global-middlewares';
import type { StorableFields } from './strapi/graphql-fields';
import type { SchemaWatch } from './strapi/graphql-schema';
import type { Strategy } from './strapi/strategies';
import type { Recordings } from './strapi/watch-statements';

/** The state that `register` prepares and `bootstrap` fills in. */
export interface PluginState {
  /** Undefined until the plugin has started, and if it could not start. */
  cache: Cache | undefined;
  /** Why there is no cache. */
  absent: string;
  recordings: Recordings;
  storableFields: StorableFields;
  middlewares: GlobalMiddlewares;
  /** The content API's strategies of authentication; undefined if they are not known. */
  strategies: readonly Strategy[] | undefined;
  /** Undefined if there is no GraphQL. */
  graphql: SchemaWatch | undefined;
  /** Watches tables, views and functions that were created since the start. */
  watchTables: (() => Promise<void>) | undefined;
  /** Work that must end before the first request is answered. */
  settling: Promise<void> | undefined;
  stops: (() => unknown)[];
}

/** The reason for having no cache if the app has switched it off. */
export const SWITCHED_OFF = 'switched off by its configuration';

const states = new WeakMap<Core.Strapi, PluginState>();

export const stateOf = (strapi: Core.Strapi): PluginState => {
  const state = states.get(strapi) ?? {
    cache: undefined,
    absent: SWITCHED_OFF,
    recordings: new WeakMap<object, never>(),
    storableFields: () => () => false,
    middlewares: { names: () => [], madeOf: () => [] },
    strategies: undefined,
    graphql: undefined,
    watchTables: undefined,
    settling: undefined,
    stops: [],
  };
  states.set(strapi, state);
  return state;
};
