import { adminApi } from '@strapi/admin/strapi-admin';
import type {
  AttentionItem,
  CheckReport,
  CurrentSnapshot,
  RecordedSnapshot,
  Settings,
  Snapshot,
  StateCounts,
  Status,
} from './answers';
import { DOCUMENT, documentTag } from '../strapi/cache-tags';
import { stateLoader, type DocumentPlace } from './state-loader';

const get = (url: string, params: Record<string, string | number | undefined> = {}) => ({
  url: `/quote-snapshots${url}`,
  method: 'GET' as const,
  config: {
    params: Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined)),
  },
});
const post = (url: string, data: object = {}) => ({
  url: `/quote-snapshots${url}`,
  method: 'POST' as const,
  data,
});

interface Act {
  snapshot: string;
  reason: string;
}

const api = adminApi.enhanceEndpoints({ addTagTypes: [DOCUMENT, 'QuoteSnapshots'] }).injectEndpoints({
  endpoints: (builder) => ({
    currentSnapshots: builder.query<{ data: CurrentSnapshot[]; meta: { earlier: number } }, DocumentPlace>({
      query: ({ model, documentId, locale }) => get(`/documents/${model}/${documentId}`, { locale }),
      providesTags: (_result, _error, place) => ['QuoteSnapshots', documentTag(place)],
    }),
    earlierSnapshots: builder.query<
      { data: Snapshot[]; meta: { page: number; pageCount: number; total: number } },
      DocumentPlace & { page: number; instrument?: string }
    >({
      query: ({ model, documentId, locale, page, instrument }) =>
        get(`/documents/${model}/${documentId}/history`, { locale, page, instrument }),
      providesTags: (_result, _error, place) => ['QuoteSnapshots', documentTag(place)],
    }),
    record: builder.query<
      { data: RecordedSnapshot[]; meta: { page: number; hasMore: boolean } },
      Record<string, string>
    >({
      query: (view) => get('/record', view),
      keepUnusedDataFor: 0,
      providesTags: ['QuoteSnapshots'],
    }),
    snapshotStates: builder.query<StateCounts, DocumentPlace>({
      queryFn: async (place) => {
        try {
          return { data: await stateLoader.load(place) };
        } catch (error) {
          const { message, name } = error as Error;
          return { error: { message, name } };
        }
      },
      providesTags: (_result, _error, place) => ['QuoteSnapshots', documentTag(place)],
    }),
    recapture: builder.mutation<unknown, Act>({
      query: ({ snapshot, reason }) => post(`/snapshots/${snapshot}/recapture`, { reason }),
      invalidatesTags: ['QuoteSnapshots'],
    }),
    voidSnapshot: builder.mutation<unknown, Act>({
      query: ({ snapshot, reason }) => post(`/snapshots/${snapshot}/void`, { reason }),
      invalidatesTags: ['QuoteSnapshots'],
    }),
    tryAgain: builder.mutation<{ data: Snapshot }, string>({
      query: (snapshot) => post(`/snapshots/${snapshot}/try-again`),
      invalidatesTags: ['QuoteSnapshots'],
    }),
    attention: builder.query<{ data: AttentionItem[] }, void>({
      query: () => get('/attention'),
      // Quotes arrive without any action in this browser.
      keepUnusedDataFor: 0,
      providesTags: ['QuoteSnapshots'],
    }),
    settings: builder.query<{ data: Settings; meta: { check: string } }, void>({
      query: () => get('/settings'),
    }),
    status: builder.query<{ data: Status }, void>({
      query: () => get('/status'),
      keepUnusedDataFor: 0,
    }),
    check: builder.mutation<{ data: CheckReport[] }, string[]>({
      query: (instruments) => post('/check', { instruments }),
    }),
  }),
  overrideExisting: false,
});

export const {
  useCurrentSnapshotsQuery,
  useEarlierSnapshotsQuery,
  useRecordQuery,
  useSnapshotStatesQuery,
  useRecaptureMutation,
  useVoidSnapshotMutation,
  useTryAgainMutation,
  useAttentionQuery,
  useSettingsQuery,
  useStatusQuery,
  useCheckMutation,
} = api;
