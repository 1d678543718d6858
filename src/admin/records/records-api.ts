import { adminApi } from '@strapi/strapi/admin';
import { findOpenable, type Place } from './openable-articles';
import { RECORDS, type ArticleAct, type RecordName, type RecordPageOf, type Wording } from './records';

const PAGE_SIZE = 25;

/** The content manager answers requests for types that it does not list, within the caller's permission, fields and conditions. */
const pageOf = (name: RecordName, page: number, filters?: object) => ({
  url: `/content-manager/collection-types/${RECORDS[name].uid}`,
  method: 'GET' as const,
  config: { params: { page, pageSize: PAGE_SIZE, sort: RECORDS[name].sort, ...(filters && { filters }) } },
});

interface ActsQuestion {
  page: number;
  /** The documentId of the only article to read about; undefined for all. */
  article: string | undefined;
}

const api = adminApi.injectEndpoints({
  endpoints: (builder) => ({
    wordings: builder.query<RecordPageOf<Wording>, number>({
      query: (page) => pageOf('wordings', page),
      keepUnusedDataFor: 0,
    }),
    acts: builder.query<RecordPageOf<ArticleAct>, ActsQuestion>({
      query: ({ page, article }) =>
        pageOf('acts', page, article === undefined ? undefined : { articleDocumentId: { $eq: article } }),
      keepUnusedDataFor: 0,
    }),
    openableArticles: builder.query<string[], Place[]>({
      queryFn: async (places, _api, _options, ask) => ({
        data: await findOpenable(places, async (request) => ask(request)),
      }),
      keepUnusedDataFor: 0,
    }),
  }),
  overrideExisting: false,
});

export const { useWordingsQuery, useActsQuery, useOpenableArticlesQuery } = api;
