import { adminApi } from '@strapi/strapi/admin';
import type en from '../translations/en.json';

const ARTICLE = 'api::article.article';

type Fault = keyof typeof en extends infer Key ? (Key extends `fault.${infer Tail}` ? Tail : never) : never;

/** A reason why publishing an article would be refused. */
export interface Hindrance {
  field: string;
  fault: Fault;
  values: Record<string, string>;
}

/** A selected article that would be refused, as `POST /newsroom/publication-checks/drafts` answers. */
export interface RefusedDraft {
  documentId: string;
  locale: string;
  title: string | null;
  hindrances: Hindrance[];
}

const api = adminApi.enhanceEndpoints({ addTagTypes: ['Document'] }).injectEndpoints({
  endpoints: (builder) => ({
    refusedDrafts: builder.query<
      { data: RefusedDraft[] },
      { documentIds: string[]; locale: string | undefined }
    >({
      query: (selection) => ({
        url: '/newsroom/publication-checks/drafts',
        method: 'POST',
        data: selection,
      }),
      keepUnusedDataFor: 0,
      // Strapi's own tag: saving or publishing invalidates the answer.
      providesTags: [{ type: 'Document', id: `${ARTICLE}_LIST` }],
    }),
  }),
  overrideExisting: false,
});

export const { useRefusedDraftsQuery } = api;
