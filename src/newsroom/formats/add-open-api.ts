import type { Core } from '@strapi/strapi';
import { generateOpenApi } from '../strapi/generate-open-api';
import { answerConditionally, type Context } from './answers/answer-conditionally';

/**
 * Serves the OpenAPI document of the content API to everybody, as the GraphQL schema is. Must be called before routes are mounted.
 *
 * Routes do not change while Strapi runs, so the document is generated once. Strapi's own route generates it for each request, or
 * each minute, with which anybody could have stopped the newsroom.
 */
export const addOpenApi = (strapi: Core.Strapi): void => {
  let document: string | undefined;
  strapi.server.routes({
    type: 'content-api',
    routes: [
      {
        method: 'GET',
        path: '/openapi.json',
        handler: (ctx: Context) => {
          document ??= generateOpenApi(strapi);
          answerConditionally(ctx, { type: 'application/json; charset=utf-8', body: document });
        },
        info: { type: 'content-api' },
        config: { auth: false },
      },
    ],
  });
};
