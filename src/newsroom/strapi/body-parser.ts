import type { Core } from '@strapi/strapi';

/** If the GraphQL plugin is present, Strapi's parser skips requests to `/graphql`. With this object it parses every path. */
const WITHOUT_GRAPHQL = { plugin: () => undefined } as unknown as Core.Strapi;

/**
 * Strapi's own body parser with a configuration other than that in `config/middlewares.ts`.
 *
 * Leans on: the middleware `strapi::body`, a factory `(config, { strapi }) => handler` that uses `strapi` only to look for the
 * GraphQL plugin. Fails: the boot stops if there is no such middleware.
 *
 * @throws Error if this Strapi has no middleware `strapi::body`
 */
export const createBodyParser = (strapi: Core.Strapi, config: object): Core.MiddlewareHandler => {
  const handler = strapi.middleware('strapi::body')?.(config, { strapi: WITHOUT_GRAPHQL });
  if (!handler) {
    throw new Error(
      'Strapi has no middleware "strapi::body": find its successor, and use it in body-parser.ts.',
    );
  }
  return handler;
};
