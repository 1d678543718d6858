import { adminApi } from '@strapi/strapi/admin';
import type { ArticlePlace, PublicationLine, ShownPublication } from './publications';

const ARTICLE = 'api::article.article';

const address = ({ documentId, locale }: ArticlePlace, path: string): string =>
  `/newsroom/articles/${documentId}/${path}${locale ? `?locale=${encodeURIComponent(locale)}` : ''}`;

const tagOf = ({ documentId }: ArticlePlace) => ({
  type: 'Document' as const,
  id: `${ARTICLE}_${documentId}`,
});

const api = adminApi.enhanceEndpoints({ addTagTypes: ['Document'] }).injectEndpoints({
  endpoints: (builder) => ({
    publications: builder.query<{ data: PublicationLine[] }, ArticlePlace>({
      query: (place) => ({ url: address(place, 'publications'), method: 'GET' }),
      // Strapi's own tag: publishing makes the answer stale.
      providesTags: (_lines, _error, place) => [tagOf(place)],
    }),
    publication: builder.query<{ data: ShownPublication }, ArticlePlace & { id: number }>({
      query: ({ id, ...place }) => ({ url: address(place, `publications/${id}`), method: 'GET' }),
    }),
    retract: builder.mutation<unknown, ArticlePlace & { notice: string }>({
      query: ({ notice, ...place }) => ({ url: address(place, 'retract'), method: 'POST', data: { notice } }),
      invalidatesTags: (_done, _error, place) => [tagOf(place)],
    }),
  }),
  overrideExisting: false,
});

export const { usePublicationsQuery, usePublicationQuery, useRetractMutation } = api;
