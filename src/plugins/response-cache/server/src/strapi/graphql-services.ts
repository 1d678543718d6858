import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

/** Services of the GraphQL plugin whose functions its resolvers call. */
const SERVICES = ['builders', 'format', 'utils', 'internals', 'type-registry'];

type Functions = [holder: Record<string, unknown>, name: string, value: unknown][];

const functionsIn = (holder: unknown, depth = 3): Functions =>
  typeof holder !== 'object' || holder === null || depth === 0
    ? []
    : Object.entries(holder).flatMap(
        ([name, value]): Functions =>
          typeof value === 'function'
            ? [[holder as Record<string, unknown>, name, value]]
            : functionsIn(value, depth - 1),
      );

/** Tells whether an app has changed the GraphQL plugin. */
export interface ServiceWatch {
  /** Must be called while the schema is built, because the builders of its resolvers are made then. */
  noteBuilders(): void;
  isChanged(): boolean;
}

/**
 * Notices if code of an app replaces functions of the GraphQL plugin that Strapi's own resolvers call. Also notices if a file of
 * the app extends the plugin (`src/extensions/graphql/strapi-server`), because that file may replace functions before this plugin
 * can look. Must be called at `register`.
 */
export const watchServices = (strapi: Core.Strapi): ServiceWatch => {
  const serviceOf = (name: string): unknown => strapi.plugin('graphql').service(name);
  const functions = SERVICES.flatMap((name) => functionsIn(serviceOf(name)));
  const isExtended = existsSync(path.join(strapi.dirs.dist.extensions, 'graphql', 'strapi-server.js'));
  return {
    noteBuilders() {
      const { get } = serviceOf('builders') as { get(name: string): unknown };
      functions.push(...functionsIn(get('content-api')));
    },
    isChanged: () => isExtended || functions.some(([holder, name, value]) => holder[name] !== value),
  };
};
