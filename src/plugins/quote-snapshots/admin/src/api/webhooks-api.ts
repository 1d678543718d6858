import { adminApi } from '@strapi/admin/strapi-admin';
import { WEBHOOK, WEBHOOK_LIST } from '../strapi/cache-tags';
import { withEvent, type QuoteEvent } from '../settings/webhook-events';

/** One of Strapi's webhooks. */
export interface Webhook {
  id: string;
  name: string;
  url: string;
  headers: Record<string, string>;
  events: string[];
  isEnabled: boolean;
}

/** Reads and writes Strapi's webhooks. Strapi checks its own permissions. */
const api = adminApi.enhanceEndpoints({ addTagTypes: [WEBHOOK] }).injectEndpoints({
  endpoints: (builder) => ({
    webhooks: builder.query<Webhook[], void>({
      query: () => ({ url: '/admin/webhooks', method: 'GET' as const }),
      transformResponse: ({ data }: { data: Webhook[] }) => data,
      keepUnusedDataFor: 0,
      providesTags: [WEBHOOK_LIST],
    }),
    chooseEvent: builder.mutation<null, { id: string; event: QuoteEvent; isChosen: boolean }>({
      queryFn: async ({ id, event, isChosen }, _api, _options, ask) => {
        const address = `/admin/webhooks/${id}`;
        // Strapi replaces the whole list of events, so it is read again first. This keeps events that somebody else has chosen in
        // the meantime.
        const read = await ask({ url: address, method: 'GET' });
        if (read.error) return { error: read.error };
        const { name, url, headers, events } = (read.data as { data: Webhook }).data;
        const data = { name, url, headers, events: withEvent(events, event, isChosen) };
        const written = await ask({ url: address, method: 'PUT', data });
        return written.error ? { error: written.error } : { data: null };
      },
      invalidatesTags: (_result, _error, { id }) => [WEBHOOK_LIST, { type: WEBHOOK, id }],
    }),
  }),
  overrideExisting: false,
});

export const { useWebhooksQuery, useChooseEventMutation } = api;
