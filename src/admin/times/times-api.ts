import { adminApi } from '@strapi/strapi/admin';
import type { Instants, TimesAnswer } from './article-times';

const ARTICLE = 'api::article.article';

/** An article in one locale; undefined for the default locale. */
export interface Place {
  documentId: string;
  locale: string | undefined;
}

const addressOf = ({ documentId }: Place, what: string): string => `/newsroom/articles/${documentId}/${what}`;

/** Strapi's own tags for the open form and for lists. */
const tagsOf = ({ documentId }: Place) => [
  { type: 'Document' as const, id: `${ARTICLE}_${documentId}` },
  { type: 'Document' as const, id: `${ARTICLE}_LIST` },
];

const bodyOf = ({ locale }: Place): { locale?: string } => (locale === undefined ? {} : { locale });

const api = adminApi.enhanceEndpoints({ addTagTypes: ['Document'] }).injectEndpoints({
  endpoints: (builder) => ({
    times: builder.query<TimesAnswer, Place>({
      query: (place) => ({
        url: addressOf(place, 'times'),
        method: 'GET',
        config: { params: bodyOf(place) },
      }),
      providesTags: (_answer, _error, place) => tagsOf(place).slice(0, 1),
    }),
    setTimes: builder.mutation<TimesAnswer, { place: Place; times: Partial<Instants> }>({
      query: ({ place, times }) => ({
        url: addressOf(place, 'times'),
        method: 'POST',
        data: { ...bodyOf(place), ...times },
      }),
      invalidatesTags: (_answer, error, { place }) => (error ? [] : tagsOf(place)),
    }),
    moveEmbargo: builder.mutation<unknown, { place: Place; embargoUntil: string | null; reason: string }>({
      query: ({ place, ...move }) => ({
        url: addressOf(place, 'embargo'),
        method: 'POST',
        data: { ...bodyOf(place), ...move },
      }),
      invalidatesTags: (_answer, error, { place }) => (error ? [] : tagsOf(place)),
    }),
  }),
  overrideExisting: false,
});

export const { useTimesQuery, useSetTimesMutation, useMoveEmbargoMutation } = api;
