import type { Core } from '@strapi/strapi';

/**
 * Runs every request inside a function of the plugin, including routes, controllers and the transaction of the content manager's
 * Publish button. Must be called while plugins register.
 *
 * A middleware that is added then runs around Strapi's own (`strapi.server.use` is documented, the order is not). If Strapi ran it
 * later, requests would be answered before their quotes are there. The quotes would still be captured.
 */
export const wrapRequests = (
  strapi: Core.Strapi,
  run: (request: object, next: () => Promise<unknown>) => Promise<unknown>,
): void => {
  strapi.server.use(run);
};
