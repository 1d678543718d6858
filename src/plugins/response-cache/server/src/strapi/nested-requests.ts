import type { Core } from '@strapi/strapi';
import type { Recordings } from './watch-statements';

/**
 * Notes that a recorded request had this server answer another one, whose statements are not noted as its own: nobody knows
 * what its answer depends on.
 *
 * To be called where a request arrives, in the async context of whoever made it.
 */
export const noteNestedRequest = (strapi: Core.Strapi, recordings: Recordings): void => {
  const outer = strapi.requestContext.get() as { req?: object } | undefined;
  const recording = outer?.req && recordings.get(outer.req);
  if (recording) recording.fault ??= 'nested-request';
};
