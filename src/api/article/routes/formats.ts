import type { Core } from '@strapi/strapi';
import { answerJsonLd } from '../../../newsroom/formats/json-ld/answer-json-ld';
import { answerNinjs, answerNinjsList } from '../../../newsroom/formats/ninjs/answer-ninjs';

/** Whoever may read an article may read it in each format: these routes have no permission of their own. */
const READ_ONE = { auth: { scope: ['api::article.article.findOne'] } };

type Context = Parameters<Core.MiddlewareHandler>[0];

/** An article in the formats of others. */
export default {
  routes: [
    {
      method: 'GET',
      path: '/articles/:documentId/json-ld',
      handler: (ctx: Context) => answerJsonLd(strapi, ctx),
      config: READ_ONE,
    },
    {
      method: 'GET',
      path: '/articles/:documentId/ninjs',
      handler: (ctx: Context) => answerNinjs(strapi, ctx),
      config: READ_ONE,
    },
    {
      method: 'GET',
      path: '/ninjs',
      handler: (ctx: Context) => answerNinjsList(strapi, ctx),
      config: { auth: { scope: ['api::article.article.find'] } },
    },
  ],
};
