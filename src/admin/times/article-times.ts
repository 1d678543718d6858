/** The instants of a draft in one locale: ISO 8601, in UTC. */
export interface Instants {
  publishAt: string | null;
  unpublishAt: string | null;
  embargoUntil: string | null;
  proposedPublishAt: string | null;
  proposedUnpublishAt: string | null;
}

export type TimeField = keyof Instants;

/** Those that an editor sets: who may not publish proposes the first two. */
export type SetField = 'publishAt' | 'unpublishAt' | 'embargoUntil';

/** A market and where its clocks are. */
export interface Market {
  /** ISO 10383 market identifier code, as `XNYS`. */
  mic: string;
  /** IANA time zone, as `America/New_York`. */
  timeZone: string;
}

/** `GET /newsroom/articles/:documentId/times` answers these. */
export interface ArticleTimes {
  times: Instants;
  setBy: Record<TimeField, string | null>;
  heldBack: { at: string; reason: string | null } | null;
  isPublished: boolean;
  market: Market;
  may: {
    change: Record<SetField, boolean>;
    publish: boolean;
    moveEmbargoEarlier: boolean;
  };
}

/** `now` is by the database's clock: an editor's own may be wrong. */
export interface TimesAnswer {
  data: ArticleTimes;
  meta: { now: string };
}
