import { adminApi } from '@strapi/strapi/admin';
import type { Completion, CompletionSource } from './completion';

interface Lookup {
  source: CompletionSource;
  symbol: string;
  mic: string;
  isin?: string;
}

const api = adminApi.injectEndpoints({
  endpoints: (builder) => ({
    // Nothing is written, but it is a mutation because it is sent on request only and its answer must not be cached.
    completeTicker: builder.mutation<{ data: Completion }, Lookup>({
      query: (lookup) => ({ url: '/newsroom/tickers/completion', method: 'POST', data: lookup }),
    }),
  }),
  overrideExisting: false,
});

export const { useCompleteTickerMutation } = api;
