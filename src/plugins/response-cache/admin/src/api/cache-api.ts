import { adminApi } from '@strapi/admin/strapi-admin';
import type { Status } from './status';

interface Answer {
  data: Status;
}

const post = (path: string) => ({ url: `/response-cache${path}`, method: 'POST' as const, data: {} });

const api = adminApi.enhanceEndpoints({ addTagTypes: ['ResponseCache'] }).injectEndpoints({
  endpoints: (builder) => ({
    cacheStatus: builder.query<Answer, void>({
      query: () => ({ url: '/response-cache/status', method: 'GET' as const }),
      // The status changes with every reader, not only by actions in this browser.
      keepUnusedDataFor: 0,
      providesTags: ['ResponseCache'],
    }),
    clearCache: builder.mutation<Answer, void>({
      query: () => post('/clear'),
      invalidatesTags: ['ResponseCache'],
    }),
    switchCacheOn: builder.mutation<Answer, void>({
      query: () => post('/switch-on'),
      invalidatesTags: ['ResponseCache'],
    }),
  }),
  overrideExisting: false,
});

export const { useCacheStatusQuery, useClearCacheMutation, useSwitchCacheOnMutation } = api;
