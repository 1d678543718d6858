import { TIME_FIELDS, type TimeField } from '../../newsroom/schedule/article-times';
import type { ArticleAct } from './records';

/** An instant that an act set, moved or removed. At least one of `from` and `to` is there. */
export interface MovedTime {
  field: TimeField;
  from?: Date;
  to?: Date;
}

/** A newer version may store other values beside the instants, so whatever is no instant is left out. */
const instantOf = (value: unknown): Date | undefined => {
  if (typeof value !== 'string') return undefined;
  const instant = new Date(value);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
};

/** The instants of a line of the list of acts, from its `before` and `after`. Pure. */
export const movedTimes = ({ before, after }: Pick<ArticleAct, 'before' | 'after'>): MovedTime[] =>
  TIME_FIELDS.flatMap((field) => {
    const from = instantOf(before?.[field]);
    const to = instantOf(after?.[field]);
    return from || to ? [{ field, ...(from && { from }), ...(to && { to }) }] : [];
  });
