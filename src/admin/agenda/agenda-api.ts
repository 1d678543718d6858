import { adminApi } from '@strapi/strapi/admin';
import type { AgendaAnswer, AttentionAnswer } from './agenda';

const ARTICLE = 'api::article.article';

/** Strapi's own tag for lists: every write of an article invalidates these answers. */
const LIST = [{ type: 'Document' as const, id: `${ARTICLE}_LIST` }];

export interface AgendaQuestion {
  /** ISO 8601. */
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
    // Strapi's own list of locales, which every signed-in user may read.
    newsroomLocales: builder.query<{ code: string }[], void>({
      query: () => ({ url: '/i18n/locales', method: 'GET' }),
    }),
    // Every cell of a list sends the same query, so they share one request.
    scheduleAttention: builder.query<AttentionAnswer, void>({
      query: () => ({ url: '/newsroom/schedule/attention', method: 'GET' }),
      providesTags: LIST,
    }),
  }),
  overrideExisting: false,
});

export const { useAgendaQuery, useNewsroomLocalesQuery, useScheduleAttentionQuery } = api;
