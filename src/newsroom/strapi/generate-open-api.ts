import type { Core } from '@strapi/strapi';
import { generate } from '@strapi/openapi';

/**
 * The content API as an OpenAPI document, in JSON.
 *
 * Leans on: `@strapi/openapi`, which Strapi's own route `/openapi.json` calls. It takes seconds of CPU time. Fails closed: the
 * request for the document ends with an error. Noticed by tests/integration/suites/open-api.ts.
 */
export const generateOpenApi = (strapi: Core.Strapi): string =>
  JSON.stringify(generate(strapi, { type: 'content-api' }).document);
