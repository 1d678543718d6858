import type { RefusalReason } from '../refusals/refusal-reason';

/** What can be done to the publication of an article. The list of acts stores these names, so they must not change. */
export type Act =
  | 'scheduled'
  | 'schedule-proposed'
  | 'schedule-confirmed'
  | 'schedule-moved'
  | 'schedule-cancelled'
  | 'published'
  | 'unpublished'
  | 'published-late'
  /** The instant of its end came, and readers never had the article. */
  | 'end-passed'
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

/** One line of the list. The values in `before` and `after` are instants, numbers and codes, never text of the article. */
export interface ArticleAct {
  articleDocumentId: string;
  articleLocale: string;
  act: Act;
  /** In the words of the person who gave it. If `reasons` has it too, in English. */
  reason?: string | null;
  reasons?: readonly RefusalReason[] | null;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
}
