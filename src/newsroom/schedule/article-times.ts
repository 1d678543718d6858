/** The instants of an article in one locale. Only the draft has them. */
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

/** No instants: the times of a new article, of a new locale, and of a clone of an article without an embargo. */
export const NO_TIMES: ArticleTimes = {
  publishAt: null,
  unpublishAt: null,
  embargoUntil: null,
  proposedPublishAt: null,
  proposedUnpublishAt: null,
};

/** Only the times of a row. */
export const timesOf = (row: ArticleTimes): ArticleTimes => ({
  publishAt: row.publishAt,
  unpublishAt: row.unpublishAt,
  embargoUntil: row.embargoUntil,
  proposedPublishAt: row.proposedPublishAt,
  proposedUnpublishAt: row.proposedUnpublishAt,
});

/** Whether two instants are equal, or both absent. */
export const isSameInstant = (one: Date | null, other: Date | null): boolean =>
  (one?.getTime() ?? null) === (other?.getTime() ?? null);
