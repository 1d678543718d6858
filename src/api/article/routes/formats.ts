import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { answerJsonLd } from '../../../newsroom/formats/json-ld/answer-json-ld';
import { answerNinjs, answerNinjsList } from '../../../newsroom/formats/ninjs/answer-ninjs';

/** A caller who may read an article may read it in each format, so these routes have no permission of their own. */
const READ_ONE = { auth: { scope: ['api::article.article.findOne'] } };

type Context = Parameters<Core.MiddlewareHandler>[0];

/** The parameters of one article for the OpenAPI document. The handlers validate them themselves. */
const ONE_ARTICLE = {
  params: { documentId: z.string().describe('The documentId of the article.') },
  query: { locale: z.string().optional().describe('The default locale where it is absent.') },
};

const ninjsItem = z
  .looseObject({
    uri: z.string(),
    version: z.string(),
    pubStatus: z.enum(['usable', 'withheld', 'canceled']),
    language: z.string(),
  })
  .describe('A news item of ninjs 3.1: https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json');

/** Routes for an article in external formats. */
export default {
  routes: [
    {
      method: 'GET',
      path: '/articles/:documentId/json-ld',
      handler: (ctx: Context) => answerJsonLd(strapi, ctx),
      config: READ_ONE,
      request: ONE_ARTICLE,
      response: z.object({
        '@context': z.literal('https://schema.org'),
        '@graph': z.array(z.looseObject({ '@type': z.string(), '@id': z.string() })),
      }),
    },
    {
      method: 'GET',
      path: '/articles/:documentId/ninjs',
      handler: (ctx: Context) => answerNinjs(strapi, ctx),
      config: READ_ONE,
      request: {
        ...ONE_ARTICLE,
        query: {
          ...ONE_ARTICLE.query,
          status: z
            .enum(['draft', 'published'])
            .optional()
            .describe('draft is for callers who may read drafts: the item is withheld.'),
        },
      },
      response: ninjsItem,
    },
    {
      method: 'GET',
      path: '/ninjs',
      handler: (ctx: Context) => answerNinjsList(strapi, ctx),
      config: { auth: { scope: ['api::article.article.find'] } },
      request: {
        query: {
          since: z
            .string()
            .optional()
            .describe(
              'A time with its zone, or the cursor of the last answer; the beginning where it is absent.',
            ),
        },
      },
      response: z.object({
        data: z.array(ninjsItem),
        meta: z.object({
          cursor: z.string().describe('What to give as since the next time.'),
          more: z.boolean().describe('Whether there is more at once.'),
        }),
      }),
    },
  ],
};
