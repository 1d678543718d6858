import type { ArticleTimes, Instants } from './article-times';

/** Where an article stands with its publication. */
export type TimeState = 'late' | 'scheduled' | 'held-back' | 'proposed' | 'out' | 'nothing';

/** The newsroom looks each second for what is due: later than this, an article is late. */
const LATE_AFTER_MS = 10_000;

/** Whether an instant of publication has passed without one. */
export const isLate = ({ publishAt }: Pick<Instants, 'publishAt'>, now: Date): boolean =>
  publishAt !== null && now.getTime() - new Date(publishAt).getTime() > LATE_AFTER_MS;

/** The state that matters most to an editor. Pure. @param now by the database's clock */
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
