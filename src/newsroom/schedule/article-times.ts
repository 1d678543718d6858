/** The instants that an article has in one locale. They stand in its draft, and never in what is published. */
export interface ArticleTimes {
  publishAt: Date | null;
  unpublishAt: Date | null;
  embargoUntil: Date | null;
  proposedPublishAt: Date | null;
  proposedUnpublishAt: Date | null;
}

export type TimeField = keyof ArticleTimes;

export const TIME_FIELDS: readonly TimeField[] = [
  'publishAt',
  'unpublishAt',
  'embargoUntil',
  'proposedPublishAt',
  'proposedUnpublishAt',
];

/** An article without any of them: what a new one and a new locale begin with, and a clone of what is under no embargo. */
export const NO_TIMES: ArticleTimes = {
  publishAt: null,
  unpublishAt: null,
  embargoUntil: null,
  proposedPublishAt: null,
  proposedUnpublishAt: null,
};

/** The times of a row, and nothing else of it. */
export const timesOf = (row: ArticleTimes): ArticleTimes => ({
  publishAt: row.publishAt,
  unpublishAt: row.unpublishAt,
  embargoUntil: row.embargoUntil,
  proposedPublishAt: row.proposedPublishAt,
  proposedUnpublishAt: row.proposedUnpublishAt,
});

/** Whether two instants are the same one, or both absent. */
export const isSameInstant = (one: Date | null, other: Date | null): boolean =>
  (one?.getTime() ?? null) === (other?.getTime() ?? null);
