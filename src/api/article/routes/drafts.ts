import { z } from 'zod';

/** Strapi adds these to the routes that it generates. */
export default {
  routes: [
    {
      method: 'GET',
      path: '/articles/:id/draft',
      handler: 'api::article.article.findDraft',
      config: {},
      request: {
        params: { id: z.string().describe('The documentId of the article.') },
        query: { locale: z.string().optional().describe('The default locale where it is absent.') },
      },
      response: z.object({
        data: z.looseObject({ documentId: z.string(), title: z.string() }),
        meta: z.looseObject({}),
      }),
    },
  ],
};
