import { adminApi } from '@strapi/strapi/admin';
import type { Checks } from './checks';
import type { FormQuestion } from './form-question';

const ARTICLE = 'api::article.article';

const api = adminApi.enhanceEndpoints({ addTagTypes: ['Document'] }).injectEndpoints({
  endpoints: (builder) => ({
    publicationChecks: builder.query<Checks, FormQuestion>({
      query: (form) => ({ url: '/newsroom/publication-checks', method: 'POST', data: form }),
      // Each pause in typing sends another request, and its answer is not used again later.
      keepUnusedDataFor: 0,
      // Strapi's own tag: saving and publishing invalidate the answer.
      providesTags: (_checks, _error, { documentId }) => [
        { type: 'Document', id: `${ARTICLE}_${documentId ?? ''}` },
      ],
    }),
  }),
  overrideExisting: false,
});

export const { usePublicationChecksQuery } = api;
