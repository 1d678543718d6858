import { parseDate, startOfMonth, type CalendarDate } from '@internationalized/date';
import { dayOf, localTimeOf } from '../times/zoned-time';
import type { AgendaEntry } from './agenda';

export type Length = 'week' | 'month';

/** The days of a week or a month: from the first, up to the second and without it. Days as `2026-11-27`. */
export interface Days {
  first: string;
  end: string;
}

const monday = (day: CalendarDate): CalendarDate => {
  const weekday = new Date(`${day.toString()}T00:00:00Z`).getUTCDay();
  return day.subtract({ days: (weekday + 6) % 7 });
};

/** The week, which begins on a Monday, or the month that a day is in. */
export const daysAround = (day: string, length: Length): Days => {
  const date = parseDate(day);
  const first = length === 'week' ? monday(date) : startOfMonth(date);
  const end = length === 'week' ? first.add({ weeks: 1 }) : first.add({ months: 1 });
  return { first: first.toString(), end: end.toString() };
};

/** A day in the week or month before (-1) or after (1). */
export const turn = ({ first, end }: Days, direction: -1 | 1): string =>
  direction === 1 ? end : parseDate(first).subtract({ days: 1 }).toString();

/**
 * From which instant to which these days are anywhere on earth: a day more on each side, so that the zone can be changed without
 * another request.
 */
export const instantsOf = ({ first, end }: Days): { from: string; to: string } => ({
  from: `${parseDate(first).subtract({ days: 1 }).toString()}T00:00:00Z`,
  to: `${parseDate(end).add({ days: 1 }).toString()}T00:00:00Z`,
});

/** What happens at one minute. */
export interface Minute {
  /** On the clocks of the zone, as `2026-11-27T16:00`; and the distance to UTC where they show it twice. */
  key: string;
  at: string;
  entries: AgendaEntry[];
}

export interface Day {
  /** As `2026-11-27`. */
  day: string;
  minutes: Minute[];
}

/**
 * Entries by day and minute of a zone, no more than these days. Those of one minute stay together: hundreds of articles may be due
 * at a closing bell. Pure.
 *
 * @param entries in order of time
 */
export const byDay = (entries: readonly AgendaEntry[], { first, end }: Days, timeZone: string): Day[] => {
  const days: Day[] = [];
  for (const entry of entries) {
    const at = new Date(entry.at);
    const day = dayOf(at, timeZone);
    if (day < first || day >= end) continue;
    // By the instant, and not by the clocks alone: in autumn 02:30 comes twice.
    const key = `${localTimeOf(at, timeZone).slice(0, 16)} ${Math.floor(at.getTime() / 60_000)}`;
    let ofDay = days.at(-1);
    if (ofDay?.day !== day) days.push((ofDay = { day, minutes: [] }));
    const last = ofDay.minutes.at(-1);
    if (last?.key === key) last.entries.push(entry);
    else ofDay.minutes.push({ key, at: entry.at, entries: [entry] });
  }
  return days;
};
