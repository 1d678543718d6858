import type { StoredReason } from '../refusals/word-reasons';
import type { TimeField } from '../schedule/article-times';
import type { ShownActor } from './agenda-entry';
import type { Market } from './market';

/** The instants that an editor sets. A user who may not publish proposes the first two. */
export type SetField = 'publishAt' | 'unpublishAt' | 'embargoUntil';

/** The times of an article as its panel shows them. `GET /newsroom/articles/:documentId/times` answers this. */
export interface ShownTimes {
  /** ISO 8601, in UTC; null if there is none or the caller may not read it. */
  times: Record<TimeField, string | null>;
  /** The other locale in which the embargo was entered, which holds for all of them; null if it was entered in this one. */
  embargoLocale: string | null;
  /** Who set each of them. */
  setBy: Record<TimeField, ShownActor>;
  /** When it was due (null if the caller may not read that), and why it was not published. */
  heldBack: ({ at: string | null } & StoredReason) | null;
  /** Whether the article is published in this locale. */
  isPublished: boolean;
  /** Whether edits are refused until it is published or the schedule is cancelled. False if the caller may not read the schedule. */
  isFrozen: boolean;
  market: Market;
  may: {
    change: Record<SetField, boolean>;
    /** If false, the user can only propose times. */
    publish: boolean;
    moveEmbargoEarlier: boolean;
  };
}
