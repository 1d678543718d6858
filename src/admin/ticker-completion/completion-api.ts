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
    // A mutation, though nothing is written: it is asked on request only, and its answer is of that moment.
    completeTicker: builder.mutation<{ data: Completion }, Lookup>({
      query: (lookup) => ({ url: '/newsroom/tickers/completion', method: 'POST', data: lookup }),
    }),
  }),
  overrideExisting: false,
});

export const { useCompleteTickerMutation } = api;
