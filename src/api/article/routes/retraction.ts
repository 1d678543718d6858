import { z } from 'zod';

/** Strapi adds these to the routes that it generates. */
export default {
  routes: [
    {
      method: 'POST',
      path: '/articles/:id/retract',
      handler: 'api::article.article.retract',
      config: {},
      request: {
        params: { id: z.string().describe('The documentId of the article.') },
        query: { locale: z.string().optional().describe('The default locale where it is absent.') },
        body: {
          'application/json': z.object({
            data: z.object({
              notice: z
                .string()
                .describe('What readers are shown instead of the text, in the language of the article.'),
            }),
          }),
        },
      },
      response: z.object({
        data: z.looseObject({ documentId: z.string(), title: z.string(), retractedAt: z.string() }),
        meta: z.looseObject({}),
      }),
    },
  ],
};
