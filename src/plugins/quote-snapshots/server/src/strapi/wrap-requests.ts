import type { Core } from '@strapi/strapi';

/**
 * Runs every request inside a function of ours: routes, controllers and the transaction of the content manager's Publish
 * button included. To be called while plugins register.
 *
 * A middleware that is added then runs around Strapi's own (documented for `strapi.server.use`, the order is not). If Strapi ran
 * it later, requests would be answered before their quotes are there; the quotes are captured all the same.
 */
export const wrapRequests = (
  strapi: Core.Strapi,
  run: (request: object, next: () => Promise<unknown>) => Promise<unknown>,
): void => {
  strapi.server.use(run);
};
