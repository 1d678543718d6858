import { adminApi } from '@strapi/strapi/admin';
import type { KeyAfter } from '../text/key-after';

/** A publication of today, as `GET /newsroom/publications?since=…` answers, newest first. */
export interface Publication {
  documentId: string;
  locale: string;
  /** Null if the role may not read the headline. */
  title: string | null;
  at: string;
  by: string | null;
  byKind: string | null;
  change: KeyAfter<'publication.'>;
  /** The number of its quotes in each state; null if the role may not read quotes. */
  quotes: Record<'captured' | 'pending' | 'unavailable', number> | null;
}

const api = adminApi.injectEndpoints({
  endpoints: (builder) => ({
    publicationsSince: builder.query<{ data: Publication[]; meta: { more: boolean } }, string>({
      query: (since) => ({ url: `/newsroom/publications?since=${encodeURIComponent(since)}`, method: 'GET' }),
      // Others publish, and quotes arrive, without any action in this browser.
      keepUnusedDataFor: 0,
    }),
  }),
  overrideExisting: false,
});

export const { usePublicationsSinceQuery } = api;
