import type { Core } from '@strapi/strapi';

/** With the GraphQL plugin present, Strapi's parser skips requests to exactly `/graphql`; here it parses every path. */
const WITHOUT_GRAPHQL = { plugin: () => undefined } as unknown as Core.Strapi;

/**
 * Strapi's own body parser with another configuration than `config/middlewares.ts` gives it.
 *
 * Leans on: the middleware `strapi::body` being a factory `(config, { strapi }) => handler` that uses `strapi` only to
 * look for the GraphQL plugin. Fails: the boot stops where there is no such middleware.
 *
 * @throws Error where Strapi has no middleware `strapi::body`
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
