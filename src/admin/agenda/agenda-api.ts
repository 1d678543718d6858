import { adminApi } from '@strapi/strapi/admin';
import type { AgendaAnswer, AttentionAnswer } from './agenda';

const ARTICLE = 'api::article.article';

/** Strapi's own tag of lists: every write of an article makes these answers stale. */
const LIST = [{ type: 'Document' as const, id: `${ARTICLE}_LIST` }];

export interface AgendaQuestion {
  /** Instants, ISO 8601. */
  from: string;
  to: string;
  locale?: string;
}

const api = adminApi.enhanceEndpoints({ addTagTypes: ['Document'] }).injectEndpoints({
  endpoints: (builder) => ({
    agenda: builder.query<AgendaAnswer, AgendaQuestion>({
      query: (question) => ({ url: '/newsroom/schedule', method: 'GET', config: { params: question } }),
      providesTags: LIST,
    }),
    // Strapi's own list, which whoever is signed in may read.
    newsroomLocales: builder.query<{ code: string }[], void>({
      query: () => ({ url: '/i18n/locales', method: 'GET' }),
    }),
    // Every cell of a list asks for it: the query is the same, so that one request answers them all.
    scheduleAttention: builder.query<AttentionAnswer, void>({
      query: () => ({ url: '/newsroom/schedule/attention', method: 'GET' }),
      providesTags: LIST,
    }),
  }),
  overrideExisting: false,
});

export const { useAgendaQuery, useNewsroomLocalesQuery, useScheduleAttentionQuery } = api;
