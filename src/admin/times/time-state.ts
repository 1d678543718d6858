import type { ArticleTimes, Instants } from './article-times';

/** The state of an article's publication. */
export type TimeState = 'late' | 'scheduled' | 'held-back' | 'proposed' | 'out' | 'nothing';

/** The newsroom publishes due articles every second. An article that is later than this is shown as late. */
const LATE_AFTER_MS = 10_000;

/** Whether the instant of publication has passed but the article is not published. */
export const isLate = ({ publishAt }: Pick<Instants, 'publishAt'>, now: Date): boolean =>
  publishAt !== null && now.getTime() - new Date(publishAt).getTime() > LATE_AFTER_MS;

/** The state that matters most to an editor. Pure. @param now from the database's clock */
export const timeState = (
  { times, heldBack, isPublished }: Pick<ArticleTimes, 'times' | 'heldBack' | 'isPublished'>,
  now: Date,
): TimeState => {
  if (isLate(times, now)) return 'late';
  if (times.publishAt !== null) return 'scheduled';
  if (heldBack) return 'held-back';
  if (times.proposedPublishAt !== null) return 'proposed';
  return isPublished ? 'out' : 'nothing';
};
