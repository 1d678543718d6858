import { adminApi } from '@strapi/strapi/admin';
import type { ArticlePlace, PublicationPage, Publications, ShownPublication } from './publications';

const ARTICLE = 'api::article.article';

const address = (
  { documentId, locale }: ArticlePlace,
  path: string,
  parameters: Record<string, string> = {},
): string => {
  const query = new URLSearchParams({ ...(locale ? { locale } : {}), ...parameters }).toString();
  return `/newsroom/articles/${documentId}/${path}${query ? `?${query}` : ''}`;
};

const tagOf = ({ documentId }: ArticlePlace) => ({
  type: 'Document' as const,
  id: `${ARTICLE}_${documentId}`,
});

const api = adminApi.enhanceEndpoints({ addTagTypes: ['Document'] }).injectEndpoints({
  endpoints: (builder) => ({
    // All pages are loaded again, one after the other, so that a publication in the meantime does not shift a line out of the list.
    publications: builder.query<Publications, ArticlePlace & { pages: number }>({
      async queryFn({ pages, ...place }, _api, _options, ask) {
        const lines: Publications['lines'] = [];
        for (let page = 1; ; page += 1) {
          const last = lines.at(-1);
          const url = address(place, 'publications', last ? { before: String(last.id) } : {});
          const answer = await ask({ url, method: 'GET' });
          if (answer.error) return { error: answer.error };
          const { data, meta } = answer.data as PublicationPage;
          lines.push(...data);
          if (!meta.more || page >= pages) return { data: { lines, ...meta } };
        }
      },
      // Strapi's own tag: publishing invalidates the answer.
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
