import { parseDate, startOfMonth, type CalendarDate } from '@internationalized/date';
import { dayOf, localTimeOf } from '../times/zoned-time';
import type { AgendaEntry } from './agenda';

export type Length = 'week' | 'month';

/** The days of a week or a month: from `first` up to, but not including, `end`. Days are strings such as `2026-11-27`. */
export interface Days {
  first: string;
  end: string;
}

/** Whether it is a day that exists, such as `2026-11-27`. */
export const isDay = (given: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(given)) return false;
  try {
    // The week before the year 1 would be in another era.
    return parseDate(given).year > 1;
  } catch {
    // The 30th of February, for example.
    return false;
  }
};

const monday = (day: CalendarDate): CalendarDate => {
  const weekday = new Date(`${day.toString()}T00:00:00Z`).getUTCDay();
  return day.subtract({ days: (weekday + 6) % 7 });
};

/** The week (from Monday) or the month that contains a day. */
export const daysAround = (day: string, length: Length): Days => {
  const date = parseDate(day);
  const first = length === 'week' ? monday(date) : startOfMonth(date);
  const end = length === 'week' ? first.add({ weeks: 1 }) : first.add({ months: 1 });
  return { first: first.toString(), end: end.toString() };
};

/** A day in the previous (-1) or next (1) week or month. */
export const turn = ({ first, end }: Days, direction: -1 | 1): string =>
  direction === 1 ? end : parseDate(first).subtract({ days: 1 }).toString();

/**
 * The instants between which these days lie in any zone on earth: one day more on each side, so that the zone can be changed
 * without another request.
 */
export const instantsOf = ({ first, end }: Days): { from: string; to: string } => ({
  from: `${parseDate(first).subtract({ days: 1 }).toString()}T00:00:00Z`,
  to: `${parseDate(end).add({ days: 1 }).toString()}T00:00:00Z`,
});

/** The events of one minute. */
export interface Minute {
  /** The time in the zone, such as `2026-11-27T16:00`, with the offset from UTC if the clocks show that time twice. */
  key: string;
  at: string;
  entries: AgendaEntry[];
}

export interface Day {
  /** Such as `2026-11-27`. */
  day: string;
  minutes: Minute[];
}

/**
 * Groups entries by day and minute of a zone, for these days only. Entries of the same minute stay together: hundreds of articles
 * may be due at a closing bell. Pure.
 *
 * @param entries in order of time
 */
export const byDay = (entries: readonly AgendaEntry[], { first, end }: Days, timeZone: string): Day[] => {
  const days: Day[] = [];
  for (const entry of entries) {
    const at = new Date(entry.at);
    const day = dayOf(at, timeZone);
    if (day < first || day >= end) continue;
    // Grouped by the instant, not only by the local time: in autumn 02:30 occurs twice.
    const key = `${localTimeOf(at, timeZone).slice(0, 16)} ${Math.floor(at.getTime() / 60_000)}`;
    let ofDay = days.at(-1);
    if (ofDay?.day !== day) days.push((ofDay = { day, minutes: [] }));
    const last = ofDay.minutes.at(-1);
    if (last?.key === key) last.entries.push(entry);
    else ofDay.minutes.push({ key, at: entry.at, entries: [entry] });
  }
  return days;
};
