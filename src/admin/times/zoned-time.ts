import { fromAbsolute, parseDateTime, toCalendarDateTime, toZoned } from '@internationalized/date';

/** The meaning of a local time in a zone. When clocks go forward, some times do not exist; when they go back, some occur twice. */
export type Reading =
  | { kind: 'instant'; instant: Date }
  | { kind: 'skipped' }
  | { kind: 'twice'; first: Date; second: Date }
  | { kind: 'unreadable' };

/** The format of `<input type="datetime-local">`. */
const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;

const parseLocal = (local: string) => {
  if (!LOCAL.test(local)) return undefined;
  try {
    return parseDateTime(local);
  } catch {
    // A date or time that does not exist, such as the 30th of February.
    return undefined;
  }
};

/**
 * Reads a local time in a zone.
 *
 * @param local such as `2026-11-27T16:05`
 * @param timeZone IANA name, such as `America/New_York`
 */
export const readLocal = (local: string, timeZone: string): Reading => {
  const parsed = parseLocal(local);
  if (!parsed) return { kind: 'unreadable' };
  const first = toZoned(parsed, timeZone, 'earlier');
  const second = toZoned(parsed, timeZone, 'later');
  if (first.compare(second) === 0) return { kind: 'instant', instant: first.toDate() };
  // In a gap both readings have another local time than the one that was given.
  if (toCalendarDateTime(first).compare(parsed) !== 0) return { kind: 'skipped' };
  return { kind: 'twice', first: first.toDate(), second: second.toDate() };
};

/** The local time in a zone at an instant, such as `2026-11-27T16:05`, with seconds only if they are not zero. */
export const localTimeOf = (instant: Date, timeZone: string): string => {
  const local = toCalendarDateTime(fromAbsolute(instant.getTime(), timeZone)).set({ millisecond: 0 });
  return local.second === 0 ? local.toString().slice(0, 16) : local.toString();
};

/** Which of two instants with the same local time this is; undefined if the local time occurs once. */
export const whichOfTwo = (instant: Date, timeZone: string): 'first' | 'second' | undefined => {
  const reading = readLocal(localTimeOf(instant, timeZone), timeZone);
  if (reading.kind !== 'twice') return undefined;
  return instant < reading.second ? 'first' : 'second';
};

/** The day in a zone at an instant, such as `2026-11-27`. */
export const dayOf = (instant: Date, timeZone: string): string => localTimeOf(instant, timeZone).slice(0, 10);

/** The city of a zone, for people: New York for `America/New_York`. */
export const cityOf = (timeZone: string): string =>
  (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');

/** The time zone of the editor's computer. */
export const ownTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
