import { localTimeOf, whichOfTwo } from './zoned-time';

/**
 * `Fri, Nov 27, 16:05`: an instant in a zone. The year is added if it is not the present year, and the offset from GMT if the
 * clocks show that time twice.
 *
 * @param locale the editor's language
 * @param now decides which year is the present one
 */
export const formatInstant = (locale: string, instant: Date, timeZone: string, now: Date): string => {
  const [local, today] = [localTimeOf(instant, timeZone), localTimeOf(now, timeZone)];
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(local.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
    ...(local.length > 16 ? { second: '2-digit' } : {}),
    ...(whichOfTwo(instant, timeZone) ? { timeZoneName: 'shortOffset' } : {}),
  }).format(instant);
};

/** `16:05`: the time of day in a zone, in the style of {@link formatInstant}. */
export const formatClock = (locale: string, instant: Date, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(localTimeOf(instant, timeZone).length > 16 ? { second: '2-digit' } : {}),
    ...(whichOfTwo(instant, timeZone) ? { timeZoneName: 'shortOffset' } : {}),
  }).format(instant);

/** `GMT-5`: the offset of a zone at an instant. */
export const offsetName = (locale: string, instant: Date, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'shortOffset' })
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')?.value ?? '';
