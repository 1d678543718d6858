import type { ShownTimes } from '../../newsroom/agenda/shown-times';

export type { Market } from '../../newsroom/agenda/market';
export type { SetField, ShownTimes as ArticleTimes } from '../../newsroom/agenda/shown-times';
export type { TimeField } from '../../newsroom/schedule/article-times';

/** The instants of a draft in one locale: ISO 8601, in UTC. */
export type Instants = ShownTimes['times'];

/** `now` is from the database's clock, because the editor's own clock may be wrong. */
export interface TimesAnswer {
  data: ShownTimes;
  meta: { now: string };
}
