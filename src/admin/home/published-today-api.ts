import { adminApi } from '@strapi/strapi/admin';
import type { KeyAfter } from '../text/key-after';

/** A publication of today. `GET /newsroom/publications?since=…` answers these, newest first. */
export interface Publication {
  documentId: string;
  locale: string;
  /** Null where the role may not see the headline. */
  title: string | null;
  at: string;
  by: string | null;
  byKind: string | null;
  change: KeyAfter<'publication.'>;
  /** How many of its quotes are in each state; null where the role may not see quotes. */
  quotes: Record<'captured' | 'pending' | 'unavailable', number> | null;
}

const api = adminApi.injectEndpoints({
  endpoints: (builder) => ({
    publicationsSince: builder.query<{ data: Publication[]; meta: { more: boolean } }, string>({
      query: (since) => ({ url: `/newsroom/publications?since=${encodeURIComponent(since)}`, method: 'GET' }),
      // Others publish, and quotes arrive, without anything that this browser does.
      keepUnusedDataFor: 0,
    }),
  }),
  overrideExisting: false,
});

export const { usePublicationsSinceQuery } = api;
