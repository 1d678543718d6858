import type { RefusalReason } from '../refusals/refusal-reason';

/** What can be done to the publication of an article. The list of acts stores these names: they must not change. */
export type Act =
  | 'scheduled'
  | 'schedule-proposed'
  | 'schedule-confirmed'
  | 'schedule-moved'
  | 'schedule-cancelled'
  | 'published'
  | 'unpublished'
  | 'published-late'
  | 'held-back'
  | 'embargoed'
  | 'embargo-moved'
  | 'embargo-lifted'
  | 'change-declared'
  | 'corrected'
  | 'updated'
  | 'minor-change'
  | 'retracted'
  | 'deleted';

/** One line of the list. Values of `before` and `after` are instants, numbers and codes: no words of the article. */
export interface ArticleAct {
  articleDocumentId: string;
  articleLocale: string;
  act: Act;
  /** In the words of whoever did it; in English where `reasons` says it, too. */
  reason?: string | null;
  reasons?: readonly RefusalReason[] | null;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
}
