import type { StoredReason } from '../../newsroom/refusals/word-reasons';

/** The newsroom's records that the content manager does not list: their types, the order of their lists, and what acts are about. */
export const RECORDS = {
  wordings: { uid: 'api::disclaimer-wording.disclaimer-wording', sort: 'wordedAt:DESC' },
  acts: { uid: 'api::article-act.article-act', sort: 'at:DESC', about: 'api::article.article' },
} as const;

export type RecordName = keyof typeof RECORDS;

/** A text of a disclaimer as readers were shown it. Fields that the role may not read are missing. */
export interface Wording {
  documentId: string;
  name?: string;
  key?: string;
  text?: string;
  language?: string;
  wordedAt?: string;
}

/** A line of the list of acts. Fields that the role may not read are missing. */
export interface ArticleAct {
  documentId: string;
  act?: string;
  at?: string;
  by?: string;
  byKind?: string | null;
  reason?: string | null;
  reasons?: StoredReason['reasons'];
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
  articleDocumentId?: string;
  articleLocale?: string;
}

export interface RecordPageOf<Row> {
  results: Row[];
  pagination: { page: number; pageCount: number; total: number };
}

/** The permission that a role needs to read a record. */
export const readPermission = (name: RecordName) => ({
  action: 'plugin::content-manager.explorer.read',
  subject: RECORDS[name].uid,
});
