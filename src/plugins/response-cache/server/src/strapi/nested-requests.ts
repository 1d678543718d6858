import type { Core } from '@strapi/strapi';
import type { Recordings } from './watch-statements';

/**
 * Notes that a recorded request made this server answer another request. The statements of the inner request are not noted as its
 * own, so it is not known what its answer depends on.
 *
 * Must be called where a request arrives, in the async context of the code that made it.
 */
export const noteNestedRequest = (strapi: Core.Strapi, recordings: Recordings): void => {
  const outer = strapi.requestContext.get() as { req?: object } | undefined;
  const recording = outer?.req && recordings.get(outer.req);
  if (recording) recording.fault ??= 'nested-request';
};
