import type { Core } from '@strapi/strapi';
import type { Cache } from './cache';
import type { GlobalMiddlewares } from './strapi/global-middlewares';
import type { StorableFields } from './strapi/graphql-fields';
import type { SchemaWatch } from './strapi/graphql-schema';
import type { Recordings } from './strapi/watch-statements';

/** What `register` prepares and `bootstrap` fills in. */
export interface PluginState {
  /** Undefined until the plugin has started, and where it could not. */
  cache: Cache | undefined;
  /** Why there is no cache. */
  absent: string;
  recordings: Recordings;
  storableFields: StorableFields;
  middlewares: GlobalMiddlewares;
  /** Undefined where there is no GraphQL. */
  graphql: SchemaWatch | undefined;
  /** Has tables, views and functions watched that were made since the start. */
  watchTables: (() => Promise<void>) | undefined;
  /** Under way before the first request is answered. */
  settling: Promise<void> | undefined;
  stops: (() => unknown)[];
}

/** Why there is none where the app does not want one. */
export const SWITCHED_OFF = 'switched off by its configuration';

const states = new WeakMap<Core.Strapi, PluginState>();

export const stateOf = (strapi: Core.Strapi): PluginState => {
  const state = states.get(strapi) ?? {
    cache: undefined,
    absent: SWITCHED_OFF,
    recordings: new WeakMap<object, never>(),
    storableFields: () => () => false,
    middlewares: { names: () => [], madeOf: () => [] },
    graphql: undefined,
    watchTables: undefined,
    settling: undefined,
    stops: [],
  };
  states.set(strapi, state);
  return state;
};
