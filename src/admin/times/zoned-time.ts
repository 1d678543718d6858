import { fromAbsolute, parseDateTime, toCalendarDateTime, toZoned } from '@internationalized/date';

/** What a time on the clocks of a zone stands for. Clocks that are put forward skip times; put back, they show times twice. */
export type Reading =
  | { kind: 'instant'; instant: Date }
  | { kind: 'skipped' }
  | { kind: 'twice'; first: Date; second: Date }
  | { kind: 'unreadable' };

/** As an `<input type="datetime-local">` gives it. */
const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;

const parseLocal = (local: string) => {
  if (!LOCAL.test(local)) return undefined;
  try {
    return parseDateTime(local);
  } catch {
    // A day or an hour that is none: the 30th of February.
    return undefined;
  }
};

/**
 * Reads a time on the clocks of a zone.
 *
 * @param local as `2026-11-27T16:05`
 * @param timeZone IANA, as `America/New_York`
 */
export const readLocal = (local: string, timeZone: string): Reading => {
  const parsed = parseLocal(local);
  if (!parsed) return { kind: 'unreadable' };
  const first = toZoned(parsed, timeZone, 'earlier');
  const second = toZoned(parsed, timeZone, 'later');
  if (first.compare(second) === 0) return { kind: 'instant', instant: first.toDate() };
  // On both sides of a gap, the clocks show another time than the one that was asked for.
  if (toCalendarDateTime(first).compare(parsed) !== 0) return { kind: 'skipped' };
  return { kind: 'twice', first: first.toDate(), second: second.toDate() };
};

/** What the clocks of a zone show at an instant, as `2026-11-27T16:05`; with seconds only where there are any. */
export const localTimeOf = (instant: Date, timeZone: string): string => {
  const local = toCalendarDateTime(fromAbsolute(instant.getTime(), timeZone)).set({ millisecond: 0 });
  return local.second === 0 ? local.toString().slice(0, 16) : local.toString();
};

/** Which of two times that read the same an instant is; undefined where the clocks show its time once. */
export const whichOfTwo = (instant: Date, timeZone: string): 'first' | 'second' | undefined => {
  const reading = readLocal(localTimeOf(instant, timeZone), timeZone);
  if (reading.kind !== 'twice') return undefined;
  return instant < reading.second ? 'first' : 'second';
};

/** The day that it is in a zone at an instant, as `2026-11-27`. */
export const dayOf = (instant: Date, timeZone: string): string => localTimeOf(instant, timeZone).slice(0, 10);

/** The city of a zone, as people call the clocks there: `America/New_York` is New York. */
export const cityOf = (timeZone: string): string =>
  (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');

/** The zone of the editor's own computer. */
export const ownTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
