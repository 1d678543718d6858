import type { StoredReason } from '../refusals/word-reasons';
import type { TimeField } from '../schedule/article-times';
import type { ShownActor } from './agenda-entry';
import type { Market } from './market';

/** Those that an editor sets: who may not publish proposes the first two. */
export type SetField = 'publishAt' | 'unpublishAt' | 'embargoUntil';

/** What the panel of an article shows of its times. `GET /newsroom/articles/:documentId/times` answers it. */
export interface ShownTimes {
  /** ISO 8601, in UTC; null where there is none, or the caller may not read it. */
  times: Record<TimeField, string | null>;
  /** Who set each of them. */
  setBy: Record<TimeField, ShownActor>;
  /** When it was due, null where the caller may not read that; and why it was not published. */
  heldBack: ({ at: string | null } & StoredReason) | null;
  /** Whether readers have the article, in this locale. */
  isPublished: boolean;
  /** Whether edits are refused until it is published, or the schedule is cancelled; false where the caller may not read the schedule. */
  isFrozen: boolean;
  market: Market;
  may: {
    change: Record<SetField, boolean>;
    /** Who may not publish proposes. */
    publish: boolean;
    moveEmbargoEarlier: boolean;
  };
}
